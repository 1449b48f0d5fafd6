"""What a person expects of every file of the corpus, from what PROVENANCE.csv says that it exercises.

Where the program knowingly ends elsewhere than the line alone suggests, the reason stands beside it.
"""

from __future__ import annotations

from collections.abc import Mapping

from portfolio.model.evidence import Kind

# Usable photos, whatever their format, metadata or name.
PHOTOS = """
photos/1.jpg
photos/16bit.cropped.tif
photos/19.jpg
photos/67-0_length_string.jpg
photos/Animation Lossy.webp
photos/BSG1.tiff
photos/Canon PowerShot S30 (2).jpg
photos/DSCN0010.jpg
photos/DSCN0021.jpg
photos/Ekran Görüntüsü 2021-02-10 21.11.34.png
photos/HMD_Nokia_8.3_5G_hdr.heif
photos/IMG_20250520_184543.jpg
photos/IMG_2528.JPEG
photos/IMG_2530.JPEG
photos/IMG_5195.HEIC
photos/Irvine_CA.avif
photos/KeckObservatory20071020.jpg
photos/Landscape_1.jpg
photos/Landscape_3.jpg
photos/Landscape_6.jpg
photos/Landscape_8.jpg
photos/Photo (1).webp
photos/Portrait_5.jpg
photos/Portrait_6.jpg
photos/Samsung GT-I9000 (Galaxy S).jpg
photos/WhatsApp Image 2025-05-23 at 17.49.jpeg
photos/arrow.heic
photos/cheers_1440x960.heic
photos/coffee.png
photos/elektronik.png
photos/erasmus-2025-05-26-banner.jpeg
photos/example.heic
photos/fox.profile0.8bpc.yuv420.avif
photos/hopper.jpg
photos/hopper_orientation_6.webp
photos/image1.jpg
photos/image13.jpg
photos/iss634.gif
photos/jolla.jpg
photos/katilimci-portre.png
photos/kimono.avif
photos/kimono.rotate90.avif
photos/multipage.tiff
photos/okul-binasi.jpg
photos/pil_sample_cmyk.jpg
photos/rgb_trns.png
photos/rocket.jpg
photos/sugarshack.mpo
photos/xiaomi.heic
hostile/DSC00017
hostile/Öğrenci çalışması.jpg
hostile/-rf çıktı.jpg
hostile/  iki  boşluk .jpg
hostile/hopper_bad_exif.jpg
hostile/image01088.jpg
hostile/renamed-jpeg.png
hostile/صورة المشروع 2025.jpg
hostile/🎉 Kutlama 🇹🇷🇪🇺.jpg
"""

# Everything with text or pages that is neither a certificate nor a project.
DOCUMENTS = """
PROVENANCE.csv
certificates/002-trivial-libre-office-writer.pdf
certificates/7.1-t01-pass-a.pdf
certificates/7.1-t02-fail-a.pdf
certificates/John_Doe_ClassicTheme_CV.pdf
certificates/congress.pdf
certificates/crazyones-pdfa.pdf
certificates/digitally-signed.pdf
certificates/example.json
certificates/form_dd0293.pdf
certificates/francais.pdf
certificates/graph_ocred.pdf
certificates/multipage.pdf
certificates/rtl-test.pdf
certificates/signed.pdf
certificates/taranmis-belge.pdf
certificates/veraPDF test suite 6-2-10-t01-pass-a.pdf
certificates/with-attachment.pdf
certificates/with-form.pdf
hostile/bad-xref.pdf
hostile/dev-sayfa.pdf
hostile/duplicate-headers.csv
hostile/encoding-issue-274.csv
hostile/encoding_madness.eml
hostile/enormous.pdf
hostile/fake-incomplete-json.txt
hostile/naughty-strings.txt
hostile/no_contents.pdf
hostile/r6-owner-password.pdf
hostile/renamed-docx.pdf
hostile/renamed-pdf.jpg
hostile/testODTnotaZipFile.odt
hostile/zip-bomba-300MB.docx
records/50users_new.csv
records/README.md
records/Strict.docx
records/Weekly Schedule.docx
records/bom.csv
records/comments-rich-para.docx
records/created-in-pages-bulleted-lists.docx
records/csv-inconsistent-header.csv
records/csv-semicolon.csv
records/csv-tab.csv
records/date_1904.xlsx
records/docx_lists.docx
records/email-with-image.eml
records/eml_with_umlaut.eml
records/errors.xlsx
records/fake-email-attachment.eml
records/imageslabels.odt
records/inventory-table.xlsx
records/japanese_shift_jis.eml
records/katilimcilar-cp1254.csv
records/merge_cells.xlsx
records/norwich-city.txt
records/sample-turkish.txt
records/simple.json
records/simple.odt
records/simple.yaml
records/stanley-cups-utf-16.csv
records/stanley-cups.xlsx
records/table-infer-iso-8859-7.csv
records/testOpenOffice2.odt
records/word_sample.docx
records/word_tables.docx
records/fake-email-attachment.eml/fake-attachment.txt
"""

LONG_NAME = (
    "hostile/uzun_çok_uzun_bir_dosya_adı_çok_uzun_bir_dosya_adı_çok_uzun_bir_dosya_adı_çok_uzun_bir_dosya_adı_çok_uzun_"
    "bir_dosya_adı_çok_uzun_bir_dosya_adı_çok_uzun_bir_dosya_adı_çok_uzun_bir_dosya_adı_son.jpg"
)

USED: Mapping[str, Kind] = {
    **dict.fromkeys(PHOTOS.strip("\n").split("\n"), Kind.PHOTO),
    **dict.fromkeys(DOCUMENTS.strip("\n").split("\n"), Kind.DOCUMENT),
    LONG_NAME: Kind.PHOTO,
    "records/email-with-image.eml/unstructured_logo.png": Kind.PHOTO,
    "certificates/certificate-of-participation.pdf": Kind.CERTIFICATE,
    "certificates/edc-cps-example.json": Kind.CERTIFICATE,
    # Pictures of sheets: without OCR (which may be absent) only a person can tell them from other photos.
    "certificates/example_certificate.png": Kind.PHOTO,
    "certificates/linn.png": Kind.PHOTO,
    "records/erasmus-2025-proje.md": Kind.PROJECT,
    # Running text about a project with nothing but its title: no field says that it is a record.
    "records/lets-science-our-environment.md": Kind.DOCUMENT,
    # The line says broken, but it opens and shows what its writer meant to show; so it is not withheld.
    "hostile/append-xref-loop.pdf": Kind.DOCUMENT,  # 30 pages with text
    "hostile/invalid_pdf.pdf": Kind.DOCUMENT,  # an invoice of two pages with text
    "hostile/pages-loop.pdf": Kind.DOCUMENT,  # its one page with text, the loop is left
    "hostile/trailer_loop.pdf": Kind.DOCUMENT,  # one page without text, which is noted
    "hostile/corrupted.jpg": Kind.PHOTO,  # spoilt at the edge only: decoders find on at the next restart mark
    "hostile/broken.eml": Kind.DOCUMENT,  # a line of plain text with another suffix, which is noted
    "records/website.url": Kind.LINK,
    "records/proje-sitesi.url": Kind.LINK,
}

QUARANTINED: Mapping[str, str] = {
    "hostile/bomba-30000x30000.png": "picture.too-large",
    "hostile/bos.pdf": "file.empty",
    "hostile/broken.png": "picture.damaged",
    "hostile/bug53475-password-is-pass.docx": "archive.protected",
    "hostile/clusterfuzz-testcase-minimized-POIXWPFFuzzer-4791943399604224.docx": "archive.damaged",
    "hostile/corrupted.heic": "picture.damaged",
    "hostile/crash-2020-10-test.tif": "picture.damaged",
    "hostile/decompression_bomb.gif": "picture.too-large",
    "hostile/decompression_bomb.ico": "file.not-read.drawing",
    "hostile/empty.pdf": "pdf.damaged",
    "hostile/github_138.heic": "picture.damaged",
    "hostile/invalid.pdf": "pdf.damaged",
    "hostile/issue-335a.pdf": "pdf.damaged",
    "hostile/libreoffice-writer-password.pdf": "pdf.password",
    "hostile/milyar-gulme.xml": "file.not-read.data",
    "hostile/milyar-gulme.yaml": "yaml.alias",
    "hostile/n_structure_100000_opening_arrays.json": "json.deep",
    "hostile/pass_protected.xlsx": "archive.protected",
    "hostile/png_decompression_dos.png": "picture.damaged",
    "hostile/poc-xmlbomb.xlsx": "workbook.damaged",
    "hostile/poppler-395-0-fuzzed.pdf": "pdf.damaged",
    "hostile/poppler-85140-0.pdf": "pdf.damaged",
    "hostile/r3-user-password.pdf": "pdf.password",
    "hostile/truncated.jpg": "picture.damaged",
    "hostile/truncated62886.docx": "archive.damaged",
    "hostile/truncated_image.png": "picture.damaged",
    "hostile/truncated_jpeg.jpg": "picture.damaged",
    "hostile/yarim-kalan.png": "picture.damaged",
    "hostile/yarim-rapor.docx": "archive.damaged",
    "hostile/yarim-sertifika.pdf": "pdf.damaged",
    "hostile/yarim.heic": "picture.damaged",
    "hostile/yarım-inmiş-foto.jpg": "picture.damaged",
}
