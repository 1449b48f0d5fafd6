from portfolio.files.xmp import read_xmp

PACKET = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
    xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
    photoshop:DateCreated="2025-05-20T18:45:43" photoshop:City="Masalköy">
  <dc:title><rdf:Alt>
    <rdf:li xml:lang="x-default">Açık gün</rdf:li><rdf:li xml:lang="en-GB">Open day</rdf:li>
  </rdf:Alt></dc:title>
  <dc:creator><rdf:Seq><rdf:li>Elif Uçanhalı</rdf:li></rdf:Seq></dc:creator>
  <Iptc4xmpCore:AltTextAccessibility>Bahçede masalar</Iptc4xmpCore:AltTextAccessibility>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def test_a_packet_is_read_in_all_its_languages() -> None:
    assert read_xmp(PACKET.encode()) == {
        "title": (("", "Açık gün"), ("en", "Open day")),
        "alternative": (("", "Bahçede masalar"),),
        "credit": (("", "Elif Uçanhalı"),),
        "place": (("", "Masalköy"),),
        "date": (("", "2025-05-20T18:45:43"),),
    }


def test_a_packet_that_is_broken_or_wants_entities_says_nothing() -> None:
    assert read_xmp(b"<x:xmpmeta") == {}
    assert read_xmp(b"") == {}
    assert read_xmp(b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>') == {}
