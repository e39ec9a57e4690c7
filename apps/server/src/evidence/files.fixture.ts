import { strToU8, zipSync } from 'fflate'

/** Small files of every kind that is taken, and of some that are not. */
export const PDF = strToU8('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
export const SVG = strToU8('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')

const OOXML = {
  docx: ['word/document.xml', 'wordprocessingml.document'],
  xlsx: ['xl/workbook.xml', 'spreadsheetml.sheet'],
  pptx: ['ppt/presentation.xml', 'presentationml.presentation'],
} as const

/** An office document, with more parts where they are given. */
export const office = (
  kind: keyof typeof OOXML,
  more: Record<string, Uint8Array> = {},
): Uint8Array<ArrayBuffer> => {
  const [part, type] = OOXML[kind]
  const full = `application/vnd.openxmlformats-officedocument.${type}.main+xml`
  return zipSync({
    '[Content_Types].xml': strToU8(`<Types><Override PartName="/${part}" ContentType="${full}"/></Types>`),
    [part]: strToU8('<document/>'),
    ...more,
  })
}

export const openDocument = (kind: 'text' | 'spreadsheet'): Uint8Array<ArrayBuffer> =>
  zipSync({
    mimetype: [strToU8(`application/vnd.oasis.opendocument.${kind}`), { level: 0 }],
    'content.xml': strToU8('<office:document/>'),
  })
