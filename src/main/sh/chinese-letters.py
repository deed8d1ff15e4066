"""Puts Chinese letters into every face, from Noto Sans CJK: those that VethlabSans-Regular has,
and those that the words and the lessons use.

    python3 src/main/sh/chinese-letters.py    needs fonttools and Debian's fonts-noto-cjk
"""
from pathlib import Path

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

ROOT = Path(__file__).resolve().parents[3]
FONTS = ROOT / "src/main/resources/vethlab/app/fonts"
NOTO = Path("/usr/share/fonts/opentype/noto")
FACES = {
    "VethlabSans-Regular": "Regular",
    "VethlabSans-Bold": "Bold",
    "VethlabSansMedium-Regular": "Regular",
    "VethlabMono-Regular": "Regular",
    "VethlabMono-Bold": "Bold",
}


def simplified(weight):
    fonts = TTCollection(NOTO / f"NotoSansCJK-{weight}.ttc").fonts
    return next(f for f in fonts if f["name"].getDebugName(1) == "Noto Sans CJK SC")


def grow(name, source, wanted):
    font = TTFont(FONTS / f"{name}.ttf")
    letters, glyphs = source.getBestCmap(), source.getGlyphSet()
    scale = font["head"].unitsPerEm / source["head"].unitsPerEm
    for code in sorted(wanted - set(font.getBestCmap())):
        if code not in letters:
            continue
        glyph = glyphs[letters[code]]
        pen = TTGlyphPen(None)
        curves = Cu2QuPen(pen, max(1.0, scale), reverse_direction=True)
        glyph.draw(TransformPen(curves, (scale, 0, 0, scale, 0, 0)))
        font["glyf"][f"uni{code:04X}"] = pen.glyph()
        font["hmtx"][f"uni{code:04X}"] = (round(glyph.width * scale), 0)
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[code] = f"uni{code:04X}"
    for each in font.getGlyphOrder():
        outline = font["glyf"][each]
        if outline.numberOfContours > 0:
            outline.recalcBounds(font["glyf"])
            font["hmtx"][each] = (font["hmtx"][each][0], outline.xMin)
    font.save(FONTS / f"{name}.ttf")


wanted = set(TTFont(FONTS / "VethlabSans-Regular.ttf").getBestCmap())
for texts in (ROOT / "src/main/resources").rglob("*_zh.properties"), (ROOT / "labs").rglob("*.zh.md"):
    for text in texts:
        wanted |= set(map(ord, text.read_text(encoding="utf-8")))
wanted = {code for code in wanted if code >= 0x2E80}
for face, weight in FACES.items():
    grow(face, simplified(weight), wanted)
