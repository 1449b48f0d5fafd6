"""Project lists, caption sheets and decisions with the headings that teachers write in each language."""

from dataclasses import fields
from pathlib import Path

import pytest
from intake.test_vocabulary import WORDS

from portfolio.columns import Columns
from portfolio.decisions import read_decisions
from portfolio.framework import read_framework
from portfolio.intake.reading import Cell, Entry, Reading
from portfolio.intake.records import records_in
from portfolio.model.decision import Field
from portfolio.model.evidence import ProjectRecord

PACK = read_framework("etwinning-school", None)
COLUMNS = Columns(PACK.column_names)

# A row under the headings of each list: its fields in the order of ProjectRecord.
ROW = (
    "Rivers;264512;https://example.org/rivers;We measured water.;2024-2025;closed;founder;Szkoła (PL);Elif Uçanhalı;"
    "4-A;Science;English;54;9-10;A book.;2025-06-12;2025-11-03"
)
PROJECTS = {
    "en": "Project title;Project number;Web address;Description;School year;Status;Our role;Partner schools;Teachers;"
    "Classes;Subjects;Languages;Number of pupils;Age range;Results;National Quality Label;European Quality Label",
    "tr": "Projenin adı;Proje numarası;Proje bağlantısı;Projenin özeti;Eğitim-öğretim yılı;Proje durumu;"
    "Okulumuzun rolü;Ortak okullar;Öğretmenler;Sınıflar;Dersler;Proje dili;Öğrenci sayısı;Yaş aralığı;Proje sonuçları;"
    "Ulusal Kalite Etiketi;Avrupa Kalite Etiketi",
    "sv": "Projektets namn;Projektnummer;Länk till projektet;Beskrivning;Läsår;Projektstatus;Vår roll;Partnerskolor;"
    "Lärare;Klasser;Ämnen;Språk;Antal elever;Ålder;Resultat;Nationell kvalitetsutmärkelse;"
    "Europeisk kvalitetsutmärkelse",
    "de": "Projekttitel;Projektnummer;Link zum Projekt;Kurzbeschreibung;Schuljahr;Projektstatus;Unsere Rolle;"
    "Partnerschulen;Lehrkräfte;Klassen;Fächer;Projektsprachen;Anzahl der Schülerinnen und Schüler;Altersgruppe;"
    "Ergebnisse;Nationales Qualitätssiegel;Europäisches Qualitätssiegel",
    "fr": "Titre du projet;Numéro du projet;Lien du projet;Description du projet;Année scolaire;État du projet;"
    "Notre rôle;Établissements partenaires;Enseignants;Classes;Matières;Langues;Nombre d’élèves;Âge des élèves;"
    "Résultats;Label de qualité national;Label de qualité européen",
    "es": "Título del proyecto;Número de proyecto;Enlace al proyecto;Resumen;Curso escolar;Estado del proyecto;"
    "Nuestro papel;Centros socios;Profesorado;Cursos y grupos;Asignaturas;Idiomas;Número de alumnos;"
    "Edad del alumnado;Resultados;Sello de Calidad Nacional;Sello de Calidad Europeo",
    "it": "Titolo del progetto;Numero del progetto;Link al progetto;Descrizione del progetto;Anno scolastico;"
    "Stato del progetto;Il nostro ruolo;Scuole partner;Docenti;Classi;Materie;Lingue;Numero di alunni;"
    "Fascia d’età;Risultati;Certificato di Qualità nazionale;Certificato di Qualità europeo",
    "pl": "Tytuł projektu;Numer projektu;Link do projektu;Opis projektu;Rok szkolny;Status projektu;Nasza rola;"
    "Szkoły partnerskie;Nauczyciele;Klasy;Przedmioty;Języki;Liczba uczniów;Wiek uczniów;Rezultaty;"
    "Krajowa Odznaka Jakości;Europejska Odznaka Jakości",
    "ro": "Titlul proiectului;Numărul proiectului;Link-ul proiectului;Descrierea proiectului;An școlar;"
    "Stadiul proiectului;Rolul nostru;Școli partenere;Cadre didactice;Clase;Discipline;Limbi;Număr de elevi;"
    "Vârsta elevilor;Rezultate;Certificatul național de calitate;Certificatul european de calitate",
    "el": "Τίτλος έργου;Αριθμός έργου;Σύνδεσμος έργου;Περιγραφή έργου;Σχολικό έτος;Κατάσταση έργου;Ο ρόλος μας;"
    "Συνεργαζόμενα σχολεία;Εκπαιδευτικοί;Τάξεις;Μαθήματα;Γλώσσες;Αριθμός μαθητών;Ηλικίες μαθητών;Αποτελέσματα;"
    "Εθνική Ετικέτα Ποιότητας;Ευρωπαϊκή Ετικέτα Ποιότητας",
    "pt": "Título do projeto;Número do projeto;Ligação do projeto;Descrição do projeto;Ano letivo;Estado do projeto;"
    "O nosso papel;Escolas parceiras;Professores;Turmas;Disciplinas;Línguas;Número de alunos;Faixa etária;"
    "Resultados;Selo Nacional de Qualidade;Selo Europeu de Qualidade",
    "hr": "Naziv projekta;Broj projekta;Poveznica na projekt;Opis projekta;Školska godina;Status projekta;Naša uloga;"
    "Partnerske škole;Učitelji;Razredi;Predmeti;Jezici;Broj učenika;Dob učenika;Rezultati;"
    "Nacionalna oznaka kvalitete;Europska oznaka kvalitete",
}

DESCRIBED = (
    "file",
    Field.TITLE,
    Field.CAPTION,
    Field.ALTERNATIVE,
    Field.PILLAR,
    Field.DATE,
    Field.PEOPLE,
    Field.CREDIT,
    Field.PLACE,
    Field.KIND,
)
# Not "Fotograf" in Swedish and German: without its mark it is the picture itself in Turkish.
CAPTIONS = {
    "en": "File name;Title;Caption;Alternative text;Pillar;Date;People;Photographer;Place;Kind",
    "tr": "Dosya adı;Başlık;Açıklama;Alternatif metin;Unsur;Tarih;Kişiler;Fotoğrafı çeken;Yer;Tür",
    "sv": "Filnamn;Rubrik;Bildtext;Alternativtext;Pelare;Datum;Personer på bilden;Foto av;Plats;Typ",
    "de": "Dateiname;Titel;Bildunterschrift;Alternativtext;Säule;Datum;Personen;Foto von;Ort;Art",
    "fr": "Nom du fichier;Titre;Légende;Texte alternatif;Pilier;Date;Personnes;Photographe;Lieu;Type",
    "es": "Nombre del archivo;Título;Pie de foto;Texto alternativo;Pilar;Fecha;Personas;Fotógrafo;Lugar;Tipo",
    "it": "Nome del file;Titolo;Didascalia;Testo alternativo;Pilastro;Data;Persone;Fotografo;Luogo;Tipo",
    "pl": "Nazwa pliku;Tytuł;Podpis;Tekst alternatywny;Filar;Data;Osoby;Autor zdjęcia;Miejsce;Rodzaj",
    "ro": "Numele fișierului;Titlu;Legendă;Text alternativ;Pilon;Data;Persoane;Fotograful;Loc;Tip",
    "el": "Όνομα αρχείου;Τίτλος;Λεζάντα;Εναλλακτικό κείμενο;Πυλώνας;Ημερομηνία;Πρόσωπα;Φωτογράφος;Τόπος;Είδος",
    "pt": "Nome do ficheiro;Título;Legenda;Texto alternativo;Pilar;Data;Pessoas;Fotógrafo;Local;Tipo",
    "hr": "Naziv datoteke;Naslov;Opis slike;Alternativni tekst;Stup;Datum;Osobe;Autor fotografije;Mjesto;Vrsta",
}
DECISIONS = {
    "en": "ID;File;Field;Value;By;On;Because",
    "tr": "Kimlik;Dosya;Alan;Değer;Karar veren;Karar tarihi;Gerekçe",
    "sv": "ID;Fil;Fält;Värde;Beslutat av;Beslutsdatum;Motivering",
    "de": "Kennung;Datei;Feld;Wert;Entschieden von;Entschieden am;Begründung",
    "fr": "Identifiant;Fichier;Champ;Valeur;Décidé par;Décidé le;Motif",
    "es": "Identificador;Archivo;Campo;Valor;Decidido por;Decidido el;Motivo",
    "it": "Identificativo;File;Campo;Valore;Deciso da;Deciso il;Motivazione",
    "pl": "Identyfikator;Plik;Pole;Wartość;Decyzję podjął;Data decyzji;Uzasadnienie",
    "ro": "Identificator;Fișier;Câmp;Valoare;Decis de;Data deciziei;Motivul",
    "el": "Αναγνωριστικό;Αρχείο;Πεδίο;Τιμή;Απόφαση από;Ημερομηνία απόφασης;Αιτιολογία",
    "pt": "Identificador;Ficheiro;Campo;Valor;Decidido por;Decidido em;Justificação",
    "hr": "Identifikator;Datoteka;Polje;Vrijednost;Odlučio;Datum odluke;Obrazloženje",
}


def cells(headings: str, row: str) -> tuple[Cell, ...]:
    pairs = zip(headings.split(";"), row.split(";"), strict=True)
    return tuple(Cell(heading=heading, text=text, line=2) for heading, text in pairs)


@pytest.mark.parametrize("language", PROJECTS)
def test_a_project_list_in_any_language_yields_the_whole_record(language: str) -> None:
    reading = Reading(format="csv", entries=(Entry(cells=cells(PROJECTS[language], ROW), line=2),))
    (found,), problems = records_in(reading, "list.csv", COLUMNS, PACK)
    assert problems == ()
    missing = [field.name for field in fields(ProjectRecord) if getattr(found.record, field.name) is None]
    assert missing == []
    assert found.record.title.value == "Rivers"
    assert found.record.pupils is not None
    assert found.record.pupils.value == 54


@pytest.mark.parametrize("language", CAPTIONS)
def test_the_headings_of_a_caption_sheet_in_any_language(language: str) -> None:
    assert [COLUMNS.field_of(heading)[0] for heading in CAPTIONS[language].split(";")] == list(DESCRIBED)


@pytest.mark.parametrize("language", DECISIONS)
def test_decisions_in_any_language(tmp_path: Path, language: str) -> None:
    named = CAPTIONS[language].split(";")[1:]
    lines = [f"E-1;;{field};x;Elif;2026-11-20;y" for field in named]
    path = tmp_path / "decisions.csv"
    path.write_text("\n".join((DECISIONS[language], *lines)), encoding="utf-8")
    decisions, problems = read_decisions(path, language, PACK.column_names)
    assert problems == ()
    assert [each.field for each in decisions] == list(DESCRIBED[1:])
    assert {(each.value, each.by, each.on, each.because) for each in decisions} == {("x", "Elif", "2026-11-20", "y")}


def test_the_tables_are_in_every_language_that_dates_are_read_in() -> None:
    assert PROJECTS.keys() == CAPTIONS.keys() == DECISIONS.keys() == WORDS["months"].keys()


@pytest.mark.parametrize("language", PROJECTS)
def test_each_language_has_a_word_of_its_own_for_what_can_be_said_of_a_piece(language: str) -> None:
    spoken = PACK.spoken[language]
    assert set(spoken) == {"file", *Field}
    assert {name: COLUMNS.field_of(heading)[0] for name, heading in spoken.items()} == {name: name for name in spoken}
