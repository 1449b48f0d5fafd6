import pytest

from portfolio.intake.awarding import issuer_in, named_project, project_in


@pytest.mark.parametrize(
    ("text", "project"),
    [
        ("“Suyun İzinde” adlı eTwinning projesine katılmıştır", "Suyun İzinde"),
        ("“Suyun İzinde” eTwinning\nprojesine katıldığını onaylarız", "Suyun İzinde"),
        ("“Suyun İzinde” Projesi kapsamında", "Suyun İzinde"),
        ('for the project "Water Tales" in 2025', "Water Tales"),
        ('took part in the "Water Tales" project', "Water Tales"),
        ("har deltagit i eTwinning-projektet ”Vattnets spår”", "Vattnets spår"),
        ("a participé au projet eTwinning intitulé « Sur les traces de l'eau »", "Sur les traces de l'eau"),
        ("uczestniczyła w projekcie eTwinning pt. „Śladami wody”", "Śladami wody"),
        ("στο έργο eTwinning «Τα ίχνη του νερού»", "Τα ίχνη του νερού"),
        ("“Suyun İzinde” eTwinning projesinde “Su Günü” etkinliğine katılmıştır", "Suyun İzinde"),
        ("Projenin adı / Project title\nTales the Wind Carried", "Tales the Wind Carried"),
        ("Projenin adı: Tales the Wind Carried. Masalköy İlkokulu, Masalköy", "Tales the Wind Carried"),
        ("awarded to Elif Uçanhalı for the project Tales the Wind Carried", "Tales the Wind Carried"),
        ("for the project\nRivers in Our Pockets", "Rivers in Our Pockets"),
        ("eTwinning project: Water Tales", "Water Tales"),
    ],
)
def test_projects(text: str, project: str) -> None:
    assert project_in(text) == project


@pytest.mark.parametrize(
    "text",
    [
        "“Paylaşan okul” başlıklı seminerine katılmıştır",
        'the webinar "How to write" within the eTwinning project',
        "in the project\nduring the year",
        "the “One” project and the “Two” project",
    ],
)
def test_what_is_no_project_or_not_one(text: str) -> None:
    assert project_in(text) == ""


LONG = "This certificate is awarded to Elif Uçanhalı for the eTwinning project The Long and Winding"


@pytest.mark.parametrize(
    ("text", "project"),
    [
        ("for the project Rivers in Our\nPockets", "Rivers in Our Pockets"),
        ("for the project\nRivers in Our\nPockets", "Rivers in Our Pockets"),
        ("för projektet Bäckar och\nbroar\nUmeå, 2025-05-20", "Bäckar och broar"),
        ("för projektet Bäckar och\nbroar har tilldelats", "Bäckar och broar"),
        ("Project: Rivers in Our\nPockets", "Rivers in Our Pockets"),
        (f"{LONG}\nRoad to the Sea was awarded", "The Long and Winding Road to the Sea"),
        (f"{LONG}\nRoad to the Sea", ""),  # or somebody's name: half a title is worse than none
        (f"{LONG}\nAnkara, 12.06.2025", "The Long and Winding"),
        (f"{LONG}\nwas awarded", "The Long and Winding"),
        (f"{LONG}\nIssued by: Masal", "The Long and Winding"),
        (f"{LONG}.\nElif Uçanhalı", "The Long and Winding"),
        ("for the project Rivers\nElif Uçanhalı", "Rivers"),
        ("for the project Rivers in\nsome words that somebody wrote about it in a sentence", ""),
        ("for the project Rivers in Our", "Rivers in Our"),
    ],
)
def test_a_title_that_goes_on_in_the_next_line_is_whole_or_not_there(text: str, project: str) -> None:
    assert named_project(text) == project


def test_a_title_beside_the_word_is_not_behind_a_cue() -> None:
    assert named_project("“Suyun İzinde” projesiyle") == ""


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Düzenleyen: Masal Ulusal Destek Birimi", "Masal Ulusal Destek Birimi"),
        ("Issued by the National Support Organisation on 12.06.2025", "National Support Organisation"),
        ("organised by Fabelverbund e.V.", "Fabelverbund e.V."),
        ("utfärdat av Universitets- och högskolerådet", "Universitets- och högskolerådet"),
        ("T.C.\nMİLLÎ EĞİTİM BAKANLIĞI\nKatılım Belgesi", "MİLLÎ EĞİTİM BAKANLIĞI"),
        ("European School\nEducation Platform\nCertificate", "European School Education Platform"),
        ("European School Education Platform\nBritish Council", "British Council"),  # the nearer body
        ("Veren: Masal Belediyesi\nMillî Eğitim Bakanlığı", "Masal Belediyesi"),  # what the paper itself says
        ("Co-funded by the European Union. The European Commission is not responsible.", ""),
    ],
)
def test_issuers(text: str, issuer: str) -> None:
    assert issuer_in(text) == issuer


def test_a_title_ends_before_what_is_told_of_its_project() -> None:
    text = "Elif took part in the project Rivers in Our Pockets, which was awarded the label."
    assert project_in(text) == "Rivers in Our Pockets"
    assert project_in("awarded to the project Rivers, Lakes and Seas") == "Rivers, Lakes and Seas"
