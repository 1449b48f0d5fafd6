"""Certificates of the demo school as PDF: a look of our own, plainly marked as samples, imitating no official design."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path

FONTS = Path(__file__).resolve().parents[2] / "templates" / "base" / "fonts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Award:
    """One certificate: what it is called, to whom, for what, by whom, on which day, in which two colours."""

    file: str
    title: str
    subtitle: str
    lead: str
    holder: str
    body: str
    issuer: str
    place_and_day: str
    ink: str
    tint: str


SUPPORT = "Masal Okulları Ulusal Destek Birimi"
AWARDS = (
    Award(
        file="1-ortak-liderlik/Okul Etiketi belgesi 2025-2026 (ÖRNEK).pdf",
        title="eTwinning Okul Etiketi",
        subtitle="eTwinning School Label 2025-2026",
        lead="Bu belge aşağıdaki okula verilmiştir / This certificate is awarded to",
        holder="Masalköy Işıltı İlkokulu",
        body="Ortak liderlik, iş birliği, öğrencilerin etkin rolü, örnek olma ve kapsayıcılık alanlarındaki çalışmaları için.",
        issuer=SUPPORT,
        place_and_day="Masalköy, 1 Nisan 2025",
        ink="#1F4E9C",
        tint="#E8EEF8",
    ),
    Award(
        file="1-ortak-liderlik/Seminer belgesi - Feride Kafdağlı.pdf",
        title="Seminer Katılım Belgesi",
        subtitle="Webinar certificate",
        lead="Sayın",
        holder="Feride Kafdağlı",
        body="“Paylaşan okul, öğrenen okul: yöneticiler için eTwinning” başlıklı 6 saatlik çevrim içi mesleki gelişim seminerine katılmıştır.",
        issuer=SUPPORT,
        place_and_day="Çevrim içi, 27 Kasım 2024",
        ink="#1F4E9C",
        tint="#EDF3F7",
    ),
    Award(
        file="2-isbirligi/Ulusal Kalite Etiketi - Elif Uçanhalı.pdf",
        title="Ulusal Kalite Etiketi",
        subtitle="National Quality Label",
        lead="Sayın / Awarded to",
        holder="Elif Uçanhalı",
        body="Projenin adı: Tales the Wind Carried. Masalköy Işıltı İlkokulu, Masalköy, Türkiye.",
        issuer=SUPPORT,
        place_and_day="Masalköy, 12 Haziran 2025",
        ink="#0B6E63",
        tint="#E3F2F0",
    ),
    Award(
        file="2-isbirligi/Ulusal Kalite Etiketi - Yusuf Tılsımlı.pdf",
        title="Ulusal Kalite Etiketi",
        subtitle="National Quality Label",
        lead="Sayın / Awarded to",
        holder="Yusuf Tılsımlı",
        body="Projenin adı: The Garden That Wrote Letters. Masalköy Işıltı İlkokulu, Masalköy, Türkiye.",
        issuer=SUPPORT,
        place_and_day="Masalköy, 18 Haziran 2026",
        ink="#3C7A2B",
        tint="#EBF4E4",
    ),
    Award(
        file="2-isbirligi/Avrupa Kalite Etiketi 2025.pdf",
        title="Avrupa Kalite Etiketi",
        subtitle="European Quality Label",
        lead="Projenin adı / Project title",
        holder="Tales the Wind Carried",
        body="Masalköy Işıltı İlkokulu (Türkiye), Glittersjöns skola (İsveç), Scuola Primaria Luna Turchina (İtalya), Szkoła Podstawowa Siedmiu Zaklętych Łabędzi (Polonya), Satumetsän koulu (Finlandiya).",
        issuer="Masal Okulları Merkezî Destek Birimi",
        place_and_day="20 Ekim 2025",
        ink="#8A5A00",
        tint="#FBF3DC",
    ),
    Award(
        file="2-isbirligi/Katılım belgesi - Rivers in Our Pockets.pdf",
        title="Proje Katılım Sertifikası",
        subtitle="Certificate of project participation",
        lead="Sayın / Awarded to",
        holder="Defne Bulutsever",
        body="2024-2025 öğretim yılında “Rivers in Our Pockets” projesine ortak olarak katılmıştır.",
        issuer=SUPPORT,
        place_and_day="Masalköy, 13 Haziran 2025",
        ink="#186A8C",
        tint="#E2F0F5",
    ),
    Award(
        file="3-ogrenciler/Öğrenci elçisi belgesi - Ada B..pdf",
        title="Öğrenci Elçisi Belgesi",
        subtitle="Pupil certificate: eTwinning ambassador",
        lead="Sevgili",
        holder="Ada B.",
        body="Bir yıl boyunca eTwinning’i arkadaşlarına, öğretmenlerine ve velilere anlattı; dinledi, sordu, önerdi. Teşekkür ederiz!",
        issuer="Masalköy Işıltı İlkokulu Öğrenci Meclisi",
        place_and_day="Masalköy, 19 Haziran 2026",
        ink="#9A4A06",
        tint="#FBEFE2",
    ),
    Award(
        file="4-rol-model/Eğitici belgesi - Defne Bulutsever.pdf",
        title="Eğitici Belgesi",
        subtitle="Professional development certificate (trainer)",
        lead="Sayın",
        holder="Defne Bulutsever",
        body="İlçe öğretmenlerine yönelik “İlk projem” seminerinde eğitici olarak görev yapmıştır: 61 katılımcı, 2 saat.",
        issuer=SUPPORT,
        place_and_day="Çevrim içi, 9 Mart 2026",
        ink="#7B2A86",
        tint="#F5E9F7",
    ),
    Award(
        file="5-icerme-ve-inovasyon/Seminer belgesi - Zeynep Ayperisi.pdf",
        title="Mesleki Gelişim Semineri Belgesi",
        subtitle="Professional development course certificate",
        lead="Sayın",
        holder="Zeynep Ayperisi",
        body="“Kapsayıcı sınıf: her çocuk için bir yol” başlıklı 20 saatlik mesleki gelişim kursunu tamamlamıştır.",
        issuer=SUPPORT,
        place_and_day="Masalköy, 14 Şubat 2026",
        ink="#A61E3C",
        tint="#FBE8EC",
    ),
    Award(
        file="e-guvenlik/Güvenli İnternet Günü 2026.pdf",
        title="Güvenli İnternet Günü Katılım Belgesi",
        subtitle="Safer Internet Day 2026: certificate of participation",
        lead="Bu belge aşağıdaki okula verilmiştir / This certificate is awarded to",
        holder="Masalköy Işıltı İlkokulu",
        body="“Yedi söz, yedi fener” etkinliğiyle Güvenli İnternet Günü’ne katılmıştır.",
        issuer="Masal Ülkesi Güvenli İnternet Merkezi",
        place_and_day="10 Şubat 2026",
        ink="#44546A",
        tint="#EBEEF2",
    ),
)

STYLE = """
@font-face { font-family: Demo; src: url(%(fonts)s/Ubuntu-Regular.ttf); }
@font-face { font-family: Demo; font-weight: bold; src: url(%(fonts)s/Ubuntu-Bold.ttf); }
@page { size: A4 landscape; margin: 0; }
body { margin: 0; font-family: Demo, "Noto Sans", sans-serif; color: #2b2b33; }
.sheet { position: relative; width: 297mm; height: 210mm; background: %(tint)s; overflow: hidden; }
.paper { position: absolute; left: 16mm; top: 16mm; width: 265mm; height: 178mm; background: #fffdf8; }
.band { position: absolute; left: 16mm; top: 16mm; width: 62mm; height: 178mm; background: %(ink)s; }
.band svg { position: absolute; left: 0; top: 0; width: 62mm; height: 178mm; }
.text { position: absolute; left: 92mm; top: 34mm; width: 172mm; }
h1 { margin: 0; font-size: 30pt; line-height: 1.1; color: %(ink)s; }
h2 { margin: 2mm 0 14mm; font-size: 13pt; font-weight: normal; color: #666a75; }
.lead { font-size: 11pt; color: #666a75; margin: 0 0 3mm; }
.holder { font-size: 24pt; font-weight: bold; margin: 0 0 7mm; }
.body { font-size: 13pt; line-height: 1.55; margin: 0; }
.issuer { position: absolute; left: 92mm; bottom: 34mm; font-size: 11pt; line-height: 1.5; }
.issuer b { color: %(ink)s; }
.sample { position: absolute; left: 92mm; bottom: 22mm; width: 180mm; font-size: 8.5pt; color: #8a8a94; }
"""
LANTERNS = "".join(
    f'<g transform="translate({x} {y}) scale({scale})"><path d="M0 -{length} V-11" stroke="#fff" stroke-width=".7"/>'
    '<path d="M-4 -11 h8 l1 3 h-10 z" fill="#fff"/><path d="M-5 -8 C-13 -3 -13 9 -5 14 h10 C13 9 13 -3 5 -8 z" '
    f'fill="#fff" opacity="{light}"/><path d="M-4 14 h8 l-1 3 h-6 z" fill="#fff"/></g>'
    for x, y, scale, length, light in (
        (15, 52, 0.9, 80, 0.85),
        (44, 38, 0.7, 70, 0.6),
        (31, 88, 1.25, 90, 0.95),
        (50, 118, 0.8, 160, 0.5),
        (13, 128, 0.75, 180, 0.65),
        (36, 150, 0.95, 160, 0.8),
    )
)


def award_html(award: Award) -> str:
    """The page of one certificate."""
    words = {name: escape(getattr(award, name)) for name in ("title", "subtitle", "lead", "holder", "body", "issuer")}
    style = STYLE % {"fonts": FONTS.as_uri(), "ink": award.ink, "tint": award.tint}
    return (
        f'<!doctype html><html lang="tr"><head><meta charset="utf-8"><title>{words["title"]}</title>'
        f'<meta name="author" content="{words["issuer"]}"><style>{style}</style></head><body><div class="sheet">'
        f'<div class="paper"></div><div class="band"><svg viewBox="0 0 62 178">{LANTERNS}</svg></div>'
        f'<div class="text"><h1>{words["title"]}</h1><h2>{words["subtitle"]}</h2>'
        f'<p class="lead">{words["lead"]}</p><p class="holder">{words["holder"]}</p>'
        f'<p class="body">{words["body"]}</p></div>'
        f'<div class="issuer">Veren kurum: <b>{words["issuer"]}</b><br>{escape(award.place_and_day)}</div>'
        '<div class="sample">ÖRNEK / SAMPLE. Kurmaca bir okulun uydurma belgesidir; hiçbir resmî belgenin görünüşü değildir. '
        "Invented for a fictional school.</div></div></body></html>"
    )
