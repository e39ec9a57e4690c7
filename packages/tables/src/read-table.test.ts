import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readTable } from './read-table.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const latin1 = (text: string) => Buffer.from(text, 'latin1')
const rowsOf = async (bytes: Uint8Array) =>
  (await readTable(bytes)).rows.map(row => [row.number, ...row.cells])
const refusal = (bytes: Uint8Array) =>
  readTable(bytes).then(
    () => 'read',
    (error: Error & { code: string }) => [error.code, error.message],
  )

/** The least workbook that spreadsheet programs open: one sheet with inline texts and numbers. */
const workbook = (cells: string): Uint8Array => {
  const files = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml':
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cells}</sheetData></worksheet>`,
  }
  return zip(files)
}

const zip = (files: Readonly<Record<string, string>>, claimed?: number): Uint8Array => {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const packed = deflateRawSync(text)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(text), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(claimed ?? Buffer.byteLength(text), 18)
    fields.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, place, Buffer.from(name)]))
    parts.push(local)
    offset += local.length
  }
  const index = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(index.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, index, end])
}

const crc32 = (text: string) => {
  let crc = ~0
  for (const byte of Buffer.from(text)) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

describe('encodings', () => {
  const text = 'unit;name\n0226;Sørum\n'
  test.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with a byte order mark', utf8(`\uFEFF${text}`)],
    ['UTF-16 little-endian', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 big-endian', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ])('%s', async (_, bytes) => {
    const table = await readTable(bytes)
    expect([table.header, table.rows]).toEqual([['unit', 'name'], [{ number: 2, cells: ['0226', 'Sørum'] }]])
  })

  test('another encoding is refused by line and byte, not guessed', async () => {
    expect(await refusal(latin1('unit;name\n0511;Dovre\n0226;Sørum\n'))).toEqual([
      'bad-encoding',
      'Line 3, byte 7 (0xF8, after "0226;S") is not UTF-8. Save the file as "CSV UTF-8" in the spreadsheet program, or hand in the XLSX file itself.',
    ])
  })

  test('a character cut off at the end is found', async () => {
    expect(await refusal(utf8('unit;name\n1;Sø').slice(0, -1))).toEqual([
      'bad-encoding',
      'Line 2, byte 4 (0xC3, after "1;S") is not UTF-8. Save the file as "CSV UTF-8" in the spreadsheet program, or hand in the XLSX file itself.',
    ])
  })

  test.each([
    ['empty-file', new Uint8Array()],
    ['old-excel', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0])],
    ['not-a-table', Buffer.from('unit;name', 'utf16le')],
    ['bad-xlsx', Buffer.from('PK\x03\x04 cut off')],
  ])('%s', async (code, bytes) => {
    expect((await refusal(bytes))[0]).toBe(code)
  })
})

describe('CSV', () => {
  test.each([';', ',', '\t'])('the header tells the delimiter %j', async delimiter => {
    const lines = [
      ['unit', 'plan'],
      ['0511', '"a;b,c"'],
    ]
      .map(cells => cells.join(delimiter))
      .join('\r\n')
    expect(await rowsOf(utf8(lines))).toEqual([[2, '0511', 'a;b,c']])
  })

  test('a header with two delimiters alike is refused', async () => {
    expect((await refusal(utf8('a;b,c\n1;2,3')))[0]).toBe('no-delimiter')
  })

  test('rows are numbered as a spreadsheet does, over blank rows and line breaks in cells', async () => {
    expect(await rowsOf(utf8('unit;why\n1;"two\nlines"\n\n;\n2;x\n'))).toEqual([
      [2, '1', 'two\nlines'],
      [5, '2', 'x'],
    ])
  })

  test('a quote that never ends is named by line', async () => {
    expect(await refusal(utf8('unit;why\n1;"open\n2;x\n'))).toEqual([
      'bad-csv',
      expect.stringMatching(/^The file cannot be read as CSV: Quote Not Closed.*line/),
    ])
  })

  test('header faults', async () => {
    expect(await refusal(utf8('unit;plan;plan\n1;2;3'))).toEqual([
      'duplicate-column',
      'Columns 2 and 3 are both named "plan". Each name may stand once.',
    ])
    expect(await refusal(utf8('unit;;plan\n1;x;3'))).toEqual([
      'unnamed-column',
      'Column 2 has no name in row 1 but a value in row 2. Name it or empty it.',
    ])
  })

  test('a text that is no table is not read back as the name of a column', async () => {
    expect(await refusal(utf8(`unit;${'x'.repeat(5000)}\n`))).toEqual([
      'not-a-table',
      'Column 2 has a name of 5000 characters in row 1. At most 1000 are allowed.',
    ])
  })

  test('a file of empty lines is not read to its end', async () => {
    expect(await refusal(utf8(`unit${'\n'.repeat(1_500_000)}`))).toEqual([
      'too-many-rows',
      'The file has more than 1048576 lines, empty ones included. Leave out the empty ones, or split it.',
    ])
  })

  test('too many rows', async () => {
    expect(await refusal(utf8(`unit\n${'1\n'.repeat(20_001)}`))).toEqual([
      'too-many-rows',
      'The file has 20001 rows. At most 20000 are allowed; split it.',
    ])
  })
})

describe('XLSX', () => {
  const text = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`

  test('texts keep their zeros and numbers their digits', async () => {
    const cells = `<row r="1">${text('A1', 'unit')}${text('B1', 'share')}</row><row r="2">${text('A2', '0226')}<c r="B2"><v>18.5</v></c></row>`
    const table = await readTable(workbook(cells))
    expect(table).toEqual({
      format: 'xlsx',
      delimiter: null,
      header: ['unit', 'share'],
      rows: [{ number: 2, cells: ['0226', '18.5'] }],
    })
  })

  const TOO_LARGE = [
    'bad-xlsx',
    'The workbook unpacks to more than 200 MB. Hand in the sheet alone, as CSV UTF-8.',
  ]
  test('a workbook that unpacks to too much is refused before it is unpacked', async () => {
    expect(await refusal(zip({ 'xl/workbook.xml': 'x' }, 300 * 1024 * 1024))).toEqual(TOO_LARGE)
  })

  test('a directory that hides a file, or points to another directory, is not believed', async () => {
    const hidden = Buffer.from(zip({ 'xl/a.xml': 'a', 'xl/b.xml': 'b' }, 150 * 1024 * 1024))
    hidden.writeUInt32LE(0, hidden.lastIndexOf('PK\x01\x02'))
    const large = Buffer.from(workbook(''))
    const end = large.length - 22
    const locator = Buffer.concat([Buffer.from('PK\x06\x07'), Buffer.alloc(16)])
    expect([
      (await refusal(hidden))[0],
      await refusal(Buffer.concat([large.subarray(0, end), locator, large.subarray(end)])),
    ]).toEqual(['bad-xlsx', TOO_LARGE])
  })

  test('a value that says it is smaller than it is stays within what was said', async () => {
    const lying = zip({ 'xl/workbook.xml': 'x'.repeat(1_000_000) }, 10)
    expect((await refusal(lying))[0]).toBe('bad-xlsx')
  })

  test('one value at the far end of a sheet is refused in one line, and takes nothing down', async () => {
    const far = `<row r="1">${text('A1', 'unit')}</row><row r="1048576">${text('XFD1048576', 'x')}</row>`
    expect(await refusal(workbook(far))).toEqual([
      'too-much',
      'The file takes more than 512 MB to read. A value far from the table may be the cause: copy the table into a sheet of its own.',
    ])
  }, 30_000)
})
