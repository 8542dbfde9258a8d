// How the cells of our workbooks look. Arial is on every PC of a hospital; the colours are those of the site.

/** The numbers of the looks in STYLES. */
export const LOOKS = { plain: 0, title: 1, header: 2, text: 3, number: 4, date: 5 };

const DATE_FORMAT = 164;
const FONTS = [
  '<sz val="11"/><color rgb="FF12262B"/><name val="Arial"/><family val="2"/>',
  '<b/><sz val="16"/><color rgb="FF12262B"/><name val="Arial"/><family val="2"/>',
  '<b/><sz val="11"/><color rgb="FF12262B"/><name val="Arial"/><family val="2"/>',
];
// The first two are Excel's own.
const FILLS = [
  '<patternFill patternType="none"/>',
  '<patternFill patternType="gray125"/>',
  '<patternFill patternType="solid"><fgColor rgb="FFE3EFF3"/><bgColor indexed="64"/></patternFill>',
];
const BOTTOMS = ["<bottom/>", '<bottom style="thin"><color rgb="FF6D7F83"/></bottom>'];
const TOP = '<alignment vertical="top"/>';
const WRAPPED = '<alignment vertical="top" wrapText="1"/>';

const formats = [
  format(0, ""),
  format(0, "", 1),
  format(0, WRAPPED, 2, 2, 1),
  format(0, WRAPPED),
  format(0, TOP),
  format(DATE_FORMAT, '<alignment horizontal="left" vertical="top"/>'),
];

export const STYLES = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<numFmts count="1"><numFmt numFmtId="${DATE_FORMAT}" formatCode="dd\\.mm\\.yyyy"/></numFmts>
<fonts count="${FONTS.length}">${FONTS.map((font) => `<font>${font}</font>`).join("")}</fonts>
<fills count="${FILLS.length}">${FILLS.map((fill) => `<fill>${fill}</fill>`).join("")}</fills>
<borders count="${BOTTOMS.length}">${BOTTOMS.map(border).join("")}</borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="${formats.length}">${formats.join("")}</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>`;

/** @param {string} bottom */
function border(bottom) {
  return `<border><left/><right/><top/>${bottom}<diagonal/></border>`;
}

/**
 * @param {number} numberFormat
 * @param {string} alignment
 * @param {number} [font]
 * @param {number} [fill]
 * @param {number} [line]
 */
function format(numberFormat, alignment, font = 0, fill = 0, line = 0) {
  const parts = `numFmtId="${numberFormat}" fontId="${font}" fillId="${fill}" borderId="${line}" xfId="0"`;
  const applied = 'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"';
  return `<xf ${parts} ${applied}>${alignment}</xf>`;
}
