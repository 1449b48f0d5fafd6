"""The words of the demo school's papers."""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper in sections: heading and lines each."""

    title: str
    lead: str
    sections: tuple[tuple[str, tuple[str, ...]], ...]


MINUTES = Paper(
    title="Öğretmenler Kurulu Toplantı Tutanağı",
    lead="Masalköy Işıltı İlkokulu · 14 Ekim 2025, saat 15.30 · Öğretmenler odası · Katılan: 25 öğretmen. Toplantıyı okul müdürü Feride Kafdağlı yönetti; tutanağı müdür yardımcısı Cihan Zümrütanka yazdı.",
    sections=(
        (
            "Gündem",
            (
                "Açılış ve geçen yılın eTwinning projelerinin değerlendirilmesi",
                "2025-2026 eTwinning planı ve görev dağılımı",
                "Ortak planlama saatleri ve okul içi atölyeler",
                "Dilek ve temenniler",
            ),
        ),
        (
            "Görüşmeler",
            (
                "Elif Uçanhalı, “Tales the Wind Carried” projesinin Ulusal Kalite Etiketi aldığını, projede öğretmenlerin en çok birlikte planlama zamanına gereksinim duyduğunu belirtti.",
                "Feride Kafdağlı, eTwinning’in okul gelişim planının ikinci hedefi olduğunu hatırlattı; nöbet çizelgesinin ortak planlama saatlerine göre yeniden düzenleneceğini söyledi.",
                "Ozan Masalcı, öğrenci meclisinin fidan dikme önerisini kurula sundu; öneri alkışlarla benimsendi.",
            ),
        ),
        (
            "Kararlar",
            (
                "eTwinning, öğretmenler kurulunun değişmez gündem maddesi olarak sürdürülecektir.",
                "Her ayın üçüncü perşembe günü 15.00-17.00 arası ortak planlama saatidir (“perşembe masası”).",
                "Koordinatörlüğü Elif Uçanhalı ve Defne Bulutsever birlikte yürütecek; her yıl biri görevi devredecektir.",
                "Okul içi eTwinning atölyeleri bütün öğretmenlere açık olacak, görev saatinden sayılacaktır.",
                "36 fidan kasım ayında okul bahçesine dikilecektir.",
            ),
        ),
    ),
)

ACTION_PLAN = (
    ("Hedef", "Yapılacaklar", "Sorumlu", "Tarih"),
    ("Her şubeden en az bir proje", "Projesi olmayan üç şubeye eş öğretmen", "Elif Uçanhalı", "Ekim 2026"),
    ("Ortak planlama", "Ayda bir perşembe masası, karar defteri", "Defne Bulutsever", "Her ay"),
    ("Öğrencinin sözü", "Işıltı FM her salı; elçiler için iki atölye", "Ozan Masalcı", "Aralık 2026"),
    ("Komşu okullar", "Kavalköyü ve Sihirlipınar ile sekiz buluşma", "Yusuf Tılsımlı", "Haziran 2027"),
    ("Kapsayıcılık", "Her projede bir dokunma ve bir işaret dili etkinliği", "Zeynep Ayperisi", "Mart 2027"),
    ("Güvenli internet", "Yedi sözün yenilenmesi, veli akşamı", "Kerem Fenerbekçi", "Şubat 2027"),
)

POLICY = Paper(
    title="Okul e-Güvenlik Politikası",
    lead="Masalköy Işıltı İlkokulu · Öğretmenler kurulunda 2 Eylül 2025’te kabul edildi, 7 Eylül 2026’da gözden geçirildi.",
    sections=(
        (
            "Neden?",
            (
                "Her çocuğun çevrim içi dünyada da güvende, saygın ve meraklı olma hakkı vardır.",
                "Kurallarımızı çocuklarla birlikte yazdık; yalnızca yasaklamaz, yol gösterir.",
            ),
        ),
        (
            "Fotoğraf ve kişisel veri",
            (
                "Velinin yazılı izni olmadan hiçbir öğrencinin tanınabilir fotoğrafı paylaşılmaz; izinler her yıl eylülde yenilenir.",
                "İzin her zaman geri alınabilir; izin kaydını rehber öğretmen tutar.",
                "Açık sayfalarda öğrencinin soyadı yazılmaz; eller, arkadan çekimler ve çizimler yeğlenir.",
            ),
        ),
        (
            "Proje sayfaları ve görüntülü görüşmeler",
            (
                "Öğrenciler proje sayfalarına yalnızca öğretmenin açtığı hesapla, takma adla girer.",
                "Görüntülü görüşmelerde en az bir öğretmen bulunur; görüşme izinsiz kaydedilmez.",
                "Kullandığımız her görselin, müziğin ve metnin kaynağı yazılır.",
            ),
        ),
        (
            "Yedi söz",
            (
                "Parolam diş fırçam gibidir: kimseyle paylaşmam.",
                "Yüz yüze söylemeyeceğimi ekranda da söylemem.",
                "Fotoğraf göndermeden önce fotoğraftakine sorarım.",
                "Gördüğüm her şeye inanmam; ikinci bir kaynağa bakarım.",
                "Beni üzen bir şey görürsem bir yetişkine anlatırım.",
                "Başkasının emeğini alırken adını yazarım.",
                "Ekranı kapatmayı da bilirim.",
            ),
        ),
        (
            "Bir şey ters giderse",
            (
                "Öğrenci ya da veli sınıf öğretmenine veya rehber öğretmene haber verir; aynı gün görüşülür.",
                "Olay kaydı tutulur, veli bilgilendirilir, gerekirse ilgili kurumlara başvurulur.",
            ),
        ),
    ),
)

QUIET_COLOURS = (
    ("Proje adı", "Quiet Colours, Loud Sounds"),
    ("Okul yılı", "2026-2027"),
    ("Durum", "sürüyor"),
    ("Rol", "kurucu"),
    ("Ortaklar", "Scuola Primaria Luna Turchina (IT), Satumetsän koulu (FI)"),
    ("Öğretmenler", "Zeynep Ayperisi, Nilüfer Gümüşkanat"),
    ("Sınıflar", "2-C, özel eğitim sınıfı"),
    ("Öğrenci sayısı", "31"),
    ("Yaş", "7-9"),
    ("Dersler", "Müzik, Görsel Sanatlar"),
    ("Dil", "İngilizce, işaret dili"),
    ("Özet (tr)", "Duyan ve duymayan çocuklar sesi dokunarak, rengi dinleyerek keşfediyor; üç ülkede üç küçük sergi hazırlanıyor."),
    ("Özet (en)", "Hearing and deaf children discover sound by touch and colour by ear; three countries prepare three small exhibitions."),
    ("Özet (sv)", "Hörande och döva barn upptäcker ljud med händerna och färg med öronen; tre länder gör tre små utställningar."),
    ("TwinSpace", "https://example.org/twinspace/quiet-colours-loud-sounds"),
)

PROJECT_SHEET = (
    ("Project title", "Okul yılı", "Status", "Role", "Partners", "Teachers", "Classes", "Pupils", "Age", "Summary (en)", "Özet (tr)", "Sammanfattning (sv)",
     "Avrupa Kalite Etiketi", "URL"),
    ("Tales the Wind Carried", "2024-2025", "", "", "", "", "", 55, "9-10", "", "", "", "2025-10-20",
     "https://example.org/twinspace/tales-the-wind-carried"),
    ("Ninemin Dokuz Taşı", "2025-2026", "closed", "founder", "École des Trois Korrigans (FR), Glittersjöns skola (SE)",
     "Elif Uçanhalı, Ozan Masalcı", "4-A", 28, "9-10",
     "Grandparents taught their board games, pupils wrote the rules in three languages and played across borders.",
     "Nineler ve dedeler kendi oyunlarını öğretti; öğrenciler kuralları üç dilde yazdı ve sınırların ötesinde oynadı.",
     "Mor- och farföräldrar lärde ut sina spel; eleverna skrev reglerna på tre språk och spelade över gränserna.", "",
     "https://example.org/twinspace/ninemin-dokuz-tasi"),
    ("The Bench of Many Words", "2026-2027", "ongoing", "founder",
     "Grundschule Sieben Raben (DE), Satumetsän koulu (FI), CEIP Las Siete Lunas (ES)",
     "Defne Bulutsever, Cihan Zümrütanka", "3-A, 4-B", 53, "8-10",
     "Each school builds a bench for its yard; whoever sits on it learns a word from the other three.",
     "Her okul bahçesine bir bank yapıyor; oturan herkes öteki üç dilden bir sözcük öğreniyor.",
     "Varje skola bygger en bänk på gården; den som sätter sig lär sig ett ord från de tre andra.", "",
     "https://example.org/twinspace/the-bench-of-many-words"),
)  # fmt: skip

VISITS = (
    ("Tarih", "Okul", "Konu", "Giden ekip"),
    (datetime.date(2026, 1, 16), "Kavalköyü İlkokulu", "İlk adımlar: hesap, profil, ortak bulma", "Defne Bulutsever"),
    (datetime.date(2026, 2, 27), "Sihirlipınar İlkokulu", "Öğrenciler öğrencilere anlatıyor", "Yusuf Tılsımlı, 4-B"),
    (datetime.date(2026, 3, 20), "Kavalköyü İlkokulu", "Bir projeyi üç derse yaymak", "Elif Uçanhalı"),
    (datetime.date(2026, 4, 17), "Sihirlipınar İlkokulu", "Güvenli internet: yedi söz", "Ozan Masalcı"),
    (datetime.date(2026, 5, 9), "Masalköy Işıltı İlkokulu", "Açık gün", "Bütün ekip"),
    (datetime.date(2026, 9, 25), "Kavalköyü İlkokulu", "İlk projenin planı", "Defne Bulutsever"),
    (datetime.date(2026, 10, 23), "Sihirlipınar İlkokulu", "Kalite ölçütlerine birlikte bakış", "Elif Uçanhalı"),
    (datetime.date(2026, 12, 11), "Masalköy Işıltı İlkokulu", "Yıl sonu buluşması", "Bütün ekip"),
)

TIMETABLE = (
    ("Saat", "Pazartesi", "Salı", "Çarşamba", "Perşembe", "Cuma"),
    ("09.00", "Türkçe", "Matematik", "Türkçe", "Türkçe", "Matematik"),
    ("09.50", "Türkçe", "Matematik", "Türkçe", "Matematik", "Türkçe"),
    ("10.40", "Matematik", "Hayat Bilgisi", "İngilizce", "Hayat Bilgisi", "Hayat Bilgisi"),
    ("11.30", "Görsel Sanatlar", "İngilizce", "Müzik", "Proje zamanı", "Serbest Etkinlikler"),
    ("13.00", "Fen Bilimleri", "Türkçe", "Matematik", "Proje zamanı", "Fen Bilimleri"),
    ("13.50", "Beden Eğitimi ve Oyun", "Fen Bilimleri", "Beden Eğitimi ve Oyun", "Proje zamanı", "Beden Eğitimi ve Oyun"),
)  # fmt: skip
