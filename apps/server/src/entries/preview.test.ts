import { readTable } from '@tumstock/tables/read-table'
import { describe, expect, test } from 'vitest'
import { mapColumns } from './map-columns.ts'
import { type Existing, previewRows } from './preview.ts'
import type { UnitChoice, UnitLookup } from './resolve-unit.ts'
import { sampleRubric } from './sample-rubric.ts'

const unit = (code: string, name: string): UnitChoice => ({
  id: `NO-${code}`,
  code,
  name,
  kind: 'municipality',
  country: 'NO',
})
const register = [unit('0511', 'Dovre'), unit('0137', 'Våler'), unit('0426', 'Våler'), unit('0301', 'Oslo')]
const units: UnitLookup = {
  find: text => register.filter(one => [one.id, one.code, one.name].includes(text)),
  suggest: text => register.filter(one => one.name[0] === text[0] || one.code === text.padStart(4, '0')),
}

const preview = async (csv: string, existing: [string, Existing][] = []) => {
  const table = await readTable(new TextEncoder().encode(csv))
  const columns = mapColumns(table.header, sampleRubric)
  return previewRows({
    table,
    columns,
    rubric: sampleRubric,
    translations: [],
    units,
    existing: new Map(existing),
  })
}
const badOf = async (csv: string, existing: [string, Existing][] = []) =>
  (await preview(csv, existing)).bad.map(cell => [cell.row, cell.column, cell.cell, cell.code])

test('a clean row is ready to be stored', async () => {
  const { good, bad, rows } = await preview(
    'unit;name;category;plan;channels;share;criteria.jury\n0511;Dovre;large;Yes;web|phone;12,5;4;2\n'.replace(
      '4;2',
      '"4;2"',
    ),
  )
  expect([rows, bad]).toEqual([1, []])
  expect(good).toEqual([
    {
      row: 2,
      entry: null,
      units: [register[0]],
      name: 'Dovre',
      category: 'large',
      answers: { plan: 'yes', channels: ['web', 'phone'], share: 12.5 },
      marks: { 'criteria.jury': [4, 2] },
    },
  ])
})

test('a unit stands once in a row too, and a name is no essay', async () => {
  expect(await badOf('unit;plan\n0511+0301+0511;yes\n')).toEqual([
    [2, 'unit', '0511+0301+0511', 'twice-in-row'],
  ])
  const long = 'x'.repeat(5000)
  expect(await badOf(`unit;name;plan\n0511;${long};yes\n`)).toEqual([
    [2, 'name', `${long.slice(0, 200)}…`, 'name-too-long'],
  ])
})

test('empty is missing, not zero', async () => {
  expect((await preview('unit;plan;share\n0511;;\n')).good[0]?.answers).toEqual({})
})

test('each bad cell says what is allowed', async () => {
  const { good, bad } = await preview('unit;plan;share\n0511;perhaps;120\n0301;yes;10\n')
  expect(good.map(row => row.row)).toEqual([3])
  expect(bad.map(({ row, column, cell, code, allowed }) => [row, column, cell, code, allowed])).toEqual([
    [2, 'plan', 'perhaps', 'not-an-option', 'one of yes, partly, no, ?'],
    [2, 'share', '120', 'out-of-range', 'a number from 0 to 100'],
  ])
})

describe('units', () => {
  test('several of one name: none is chosen, both are offered', async () => {
    const { bad } = await preview('name;plan\nVåler;yes\n')
    expect(bad).toEqual([
      {
        row: 2,
        column: 'name',
        cell: 'Våler',
        code: 'several-units',
        message: '"Våler" is the name of several units: NO-0137 Våler, NO-0426 Våler.',
        allowed: 'the code or register id of one of them',
        candidates: [register[1], register[2]],
      },
    ])
  })

  test('unknown ones come with candidates', async () => {
    const { bad } = await preview('unit;plan\nDovr;yes\n')
    expect([bad[0]?.code, bad[0]?.candidates]).toEqual(['unknown-unit', [register[0]]])
  })

  test('a code and a name that belong to different units are a slipped row', async () => {
    expect(await badOf('unit;name;plan\n0511;Oslo;yes\n')).toEqual([[2, 'unit', '0511', 'unit-name-differ']])
  })

  test('a zero that a spreadsheet took is given back only where the name agrees', async () => {
    expect(await badOf('unit;plan\n301;yes\n')).toEqual([[2, 'unit', '301', 'unknown-unit']])
    expect((await preview('unit;name;plan\n301;Oslo;yes\n')).good[0]?.units).toEqual([register[3]])
  })

  test('a joint entry, the lead first', async () => {
    expect((await preview('unit;plan\n0511+0301;yes\n')).good[0]?.units.map(one => one.id)).toEqual([
      'NO-0511',
      'NO-0301',
    ])
  })

  test('twice in the file, already answered, nobody named, cells too many', async () => {
    const csv = 'unit;plan\n0511;yes\nNO-0511;no\n0301;yes\n;yes\n0137;yes;x\n'
    expect(await badOf(csv, [['NO-0301', { entry: 'e1', units: ['NO-0301'], filled: true }]])).toEqual([
      [3, 'unit', 'NO-0511', 'twice-in-file'],
      [4, 'unit', '0301', 'already-answered'],
      [5, 'unit', '', 'no-unit'],
      [6, null, '', 'cell-count'],
    ])
  })

  test('an invited entry without answers is filled in', async () => {
    const { good } = await preview('unit;plan\n0301;yes\n', [
      ['NO-0301', { entry: 'e1', units: ['NO-0301'], filled: false }],
    ])
    expect(good[0]?.entry).toBe('e1')
  })

  test('a unit of a joint entry is not taken out of it', async () => {
    const joint = { entry: 'e1', units: ['NO-0511', 'NO-0301'], filled: false }
    expect(await badOf('unit;plan\n0301;yes\n', [['NO-0301', joint]])).toEqual([
      [2, 'unit', '0301', 'in-other-entry'],
    ])
  })

  test('a file without a column for units', async () => {
    expect(await badOf('plan\nyes\n')).toEqual([[1, null, '', 'no-unit-column']])
  })
})

test('a share of a workbook that may show a hundred times as much is asked about, not guessed', () => {
  const header = ['unit', 'share']
  const rows = [
    { number: 2, cells: ['0511', '0.5'] },
    { number: 3, cells: ['0301', '50'] },
  ]
  const { good, bad } = previewRows({
    table: { format: 'xlsx', delimiter: null, header, rows },
    columns: mapColumns(header, sampleRubric),
    rubric: sampleRubric,
    translations: [],
    units,
    existing: new Map(),
  })
  expect(good.map(row => row.answers)).toEqual([{ share: 50 }])
  expect(bad.map(cell => [cell.row, cell.code])).toEqual([[2, 'percent-doubt']])
})
