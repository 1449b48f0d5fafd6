"""What a wanted artefact covers."""

from portfolio.model.artefact import ArtefactSpec, Format
from portfolio.model.clearance import Audience

UPLOADS = ArtefactSpec(name="upload", language="tr", format=Format.PDF, audience=Audience.EVALUATOR)


def test_a_set_covers_what_lies_in_its_folder_in_its_language():
    assert UPLOADS.covers("evaluator/upload/1-leadership.tr.pdf")
    assert not UPLOADS.covers("evaluator/upload/1-leadership.en.pdf")
    assert not UPLOADS.covers("private/upload/1-leadership.tr.pdf")
    assert not UPLOADS.covers("evaluator/uploads/1-leadership.tr.pdf")


def test_any_other_covers_itself():
    assert UPLOADS.covers("evaluator/upload.tr.pdf")
    assert not UPLOADS.covers("evaluator/dossier.tr.pdf")
