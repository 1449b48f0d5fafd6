"""Class lists as schools have them; names and numbers are invented."""

from openpyxl import Workbook

TURKISH = [
    ["T.C."],
    ["MASALKÖY KAYMAKAMLIĞI"],
    ["Masalköy Işıltı İlkokulu Müdürlüğü"],
    ["4. Sınıf / A Şubesi (ALANI YOK) Sınıf Listesi"],
    [],
    ["S.No", "Öğrenci No", "Adı", "Soyadı", "Cinsiyeti", "T.C. Kimlik No", "Doğum Tarihi", "Veli Telefonu"],
    [1, 17, "ADA", "BİLLURKÖŞK", "Kız", "10000000146", "03.05.2016", "0500 000 00 17"],
    [2, 21, "CAN EFE", "DEVDAĞ", "Erkek", "10000000214", "11.09.2016", "0500 000 00 21"],
    [],
    [3, 34, "LİNA", "YILDIZTOZU", "Kız", "10000000382", "29.01.2016", ""],
    [],
    ["Kız: 2", "", "Erkek: 1", "", "Toplam: 3"],
    [],
    ["", "", "Elif Uçanhalı"],
    ["", "", "Sınıf Öğretmeni"],
    ["", "", "", "", "Feride Kafdağlı"],
    ["", "", "", "", "Okul Müdürü"],
]
SECRETS = ("10000000146", "10000000382", "0500", "2016", "Kız", "Elif", "Feride", "Toplam")


def workbook(path, sheets, merged=()):
    """An .xlsx with these sheets (name → rows); `merged` ranges are merged in the first of them."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(row, start=1):
                if value != "":
                    sheet.cell(number, column, value)
    for place in merged:
        book.worksheets[0].merge_cells(place)
    book.save(path)
    return path
