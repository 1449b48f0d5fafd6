"""What the pages of a foreign PDF draw with: forms, pictures, fonts, patterns, each with nothing but what draws it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portfolio.files.metadata import bare_jpeg, bare_jpeg2000
from portfolio.files.pdfpages import PdfFault
from portfolio.render.clean_content import rewritten
from portfolio.render.clean_layers import Layers

if TYPE_CHECKING:
    from pikepdf import Object, Page, Pdf

_STREAM = {"/Length", "/Filter", "/DecodeParms"}
_FORM = {*_STREAM, "/Type", "/Subtype", "/FormType", "/BBox", "/Matrix", "/Resources", "/Group"}
_PICTURE = {
    *_STREAM,
    *("/Type", "/Subtype", "/Width", "/Height", "/ColorSpace", "/BitsPerComponent", "/Intent", "/ImageMask", "/Mask"),
    *("/Decode", "/Interpolate", "/SMask", "/SMaskInData", "/Matte"),
}
_RESOURCES = {"/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/XObject", "/Font", "/Properties"}
_GROUP = {"/Type", "/S", "/CS", "/I", "/K"}
_PROPERTIES = {"/MCID", "/ActualText", "/Lang"}
# What any other dictionary may say of its making (ISO 32000-2: 14.3 to 14.5, 14.11.7, 14.13), or fetch from outside.
_TELLING = {"/Metadata", "/PieceInfo", "/LastModified", "/AF", "/AA", "/OPI", "/OC", "/StructParent", "/StructParents"}
# The only texts that fonts need (ISO 32000-1, tables 116, 122, 124); what else is drawn with has none by name.
_TEXTS = {"/Registry", "/Ordering", "/CharSet", "/FontFamily", "/Panose"}
_OUTSIDE = {"/F", "/FFilter", "/FDecodeParms"}
_HEADED = {"/DCTDecode": bare_jpeg, "/DCT": bare_jpeg, "/JPXDecode": bare_jpeg2000}


class Sweep:
    """Goes once through all that the pages of one document draw with, and changes it in place."""

    def __init__(self, pdf: Pdf, layers: Layers) -> None:
        self.pdf, self.layers = pdf, layers
        self._done: set[tuple[int, int]] = set()

    def page(self, page: Page) -> None:
        """A page's content and resources. Raises PdfFault (`pdf.uncleanable`)."""
        resources = page.obj.get("/Resources")
        contents = page.obj.get("/Contents")
        if contents is not None:
            page.contents_coalesce()
            contents = page.obj.get("/Contents")
        if contents is not None and _is_stream(contents):
            anew = rewritten(page, _decoded(contents), resources, self.layers)
            _keep(contents, _STREAM)
            if anew is not None:
                page.obj["/Contents"] = self.pdf.make_stream(anew)
        page.remove_unreferenced_resources()
        self._parts(page.obj)

    def _parts(self, thing: Object) -> None:
        """What a page or form draws with and how it shines through; what is no dictionary is neither."""
        for key, clean in (("/Group", self._group), ("/Resources", self._resources)):
            if key in thing and not _is_dictionary(thing[key]):
                del thing[key]
            clean(thing.get(key))

    def _resources(self, resources: Object | None) -> None:
        import pikepdf

        if not isinstance(resources, pikepdf.Dictionary) or self._seen(resources):
            return
        _keep(resources, {kind for kind in _RESOURCES if _is_dictionary(resources.get(kind))})
        for kind, clean in (("/XObject", self._drawn), ("/Properties", self._property), ("/Pattern", self._pattern)):
            table = resources.get(kind)
            if isinstance(table, pikepdf.Dictionary):
                for name, thing in list(table.as_dict().items()):
                    if not clean(thing, resources):
                        del table[name]
        for kind in ("/ExtGState", "/ColorSpace", "/Shading", "/Font"):
            table = resources.get(kind)
            if isinstance(table, pikepdf.Dictionary):
                for thing in table.as_dict().values():
                    self._other(thing, resources)

    def _drawn(self, thing: Object, resources: Object) -> bool:
        """A form or picture; False for anything else, and for what is not seen."""
        if not _is_stream(thing) or self.layers.hide(thing.get("/OC")):
            return False
        match str(thing.get("/Subtype")):
            case "/Image":
                self._picture(thing)
            case "/Form":
                self._form(thing, resources, _FORM)
            case _:
                return False
        return True

    def _picture(self, picture: Object) -> None:
        if self._seen(picture):
            return
        for mask in ("/SMask", "/Mask"):
            if _is_stream(picture.get(mask)):
                self._picture(picture[mask])
        _keep(picture, _PICTURE)
        self._other(picture.get("/ColorSpace"), None)
        self._other(picture.get("/DecodeParms"), None)
        _bare(self.pdf, picture)

    def _form(self, form: Object, outer: Object | None, kept: set[str]) -> None:
        """A stream with drawing operators; without resources of its own it draws with those around it."""
        if self._seen(form):
            return
        resources = form.get("/Resources", outer)
        anew = rewritten(form, _decoded(form), resources, self.layers)
        _keep(form, kept)
        if anew is not None:
            form.write(anew)
        self._parts(form)

    def _group(self, group: Object | None) -> None:
        """How what is drawn shines through."""
        import pikepdf

        if isinstance(group, pikepdf.Dictionary):
            _keep(group, _GROUP)
            self._other(group.get("/CS"), None)

    def _pattern(self, pattern: Object, resources: Object) -> bool:
        if _is_stream(pattern):
            self._form(
                pattern,
                resources,
                {*_FORM, "/PatternType", "/PaintType", "/TilingType", "/XStep", "/YStep"},
            )
        else:
            self._other(pattern, resources)
        return True

    def _property(self, said: Object, _: Object) -> bool:
        import pikepdf

        if isinstance(said, pikepdf.Dictionary):
            _keep(said, _PROPERTIES)
        return True

    def _other(self, thing: Object | None, resources: Object | None) -> None:
        """Fonts, colour spaces, states and whatever they hold, in all depth."""
        import pikepdf

        waiting = [thing]
        while waiting:
            thing = waiting.pop()
            if isinstance(thing, pikepdf.Array):
                waiting += list(thing)
                continue
            if not isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
                continue
            if _is_stream(thing) and thing.get("/Subtype") == "/Form":
                self._form(thing, resources, _FORM)
                continue
            if self._seen(thing):
                continue
            if thing.get("/Subtype") == "/Type3":
                self._glyphs(thing, resources)
            for key, value in list(thing.items()):
                told = isinstance(value, pikepdf.String) and key not in _TEXTS
                if told or key in _TELLING or (key in _OUTSIDE and _is_stream(thing)):
                    del thing[key]
            waiting += [value for key, value in thing.items() if key not in ("/CharProcs", "/Resources")]

    def _glyphs(self, font: Object, outer: Object | None) -> None:
        """The glyphs of a font that are drawn like pages."""
        import pikepdf

        resources = font.get("/Resources", outer)
        glyphs = font.get("/CharProcs")
        if isinstance(glyphs, pikepdf.Dictionary):
            for glyph in glyphs.as_dict().values():
                if _is_stream(glyph):
                    self._form(glyph, resources, _STREAM)
        self._resources(font.get("/Resources"))

    def _seen(self, thing: Object) -> bool:
        """Whether an indirect object was met before; direct ones belong to one place only."""
        if thing.objgen == (0, 0):
            return False
        known = thing.objgen in self._done
        self._done.add(thing.objgen)
        return known


def _bare(pdf: Pdf, picture: Object) -> None:
    """Takes out of a JPEG or JPEG 2000 all but its pixels. Raises PdfFault (`pdf.uncleanable`) when it is damaged."""
    import pikepdf

    filters = picture.get("/Filter")
    listed = list(filters) if isinstance(filters, pikepdf.Array) else [filters]
    names = [name for name in listed if isinstance(name, pikepdf.Name)]
    if not names or str(names[-1]) not in _HEADED:
        return
    raw = picture.read_raw_bytes()
    parms = picture.get("/DecodeParms")
    settings = list(parms) if isinstance(parms, pikepdf.Array) else [parms]
    data = raw
    if names[:-1]:
        wrapped = pdf.make_stream(raw)
        wrapped["/Filter"] = pikepdf.Array(names[:-1])
        data = _decoded(wrapped)
    try:
        bare = _HEADED[str(names[-1])](data)
    except ValueError as fault:
        raise PdfFault("pdf.uncleanable") from fault
    if bare != raw:
        last = settings[-1] if len(settings) == len(names) else None
        picture.write(bare, filter=names[-1], decode_parms=last if isinstance(last, pikepdf.Dictionary) else None)


def _decoded(stream: Object) -> bytes:
    import pikepdf

    try:
        return stream.read_bytes()
    except pikepdf.PdfError as fault:
        raise PdfFault("pdf.uncleanable") from fault


def _is_stream(thing: Object | None) -> bool:
    import pikepdf

    return isinstance(thing, pikepdf.Stream)


def _is_dictionary(thing: Object | None) -> bool:
    import pikepdf

    return isinstance(thing, pikepdf.Dictionary)


def _keep(thing: Object, keys: set[str]) -> None:
    """Takes everything out of a dictionary, or a stream's, but these keys."""
    for key in set(thing.keys()) - keys:
        del thing[key]
