import { describe, expect, it } from 'vitest'
import { percentDoubt } from './percent-doubt.ts'

describe('percentDoubt', () => {
  it.each(['0.5', '1', '0.035'])(
    'asks about %s in a workbook, which may show a hundred times as much',
    cell => {
      expect(percentDoubt({ format: 'xlsx' }, cell)).toContain(
        `${Number((Number(cell) * 100).toPrecision(12))} %`,
      )
    },
  )

  it.each(['50', '0', '', '0.5 %', '?', 'n/a'])('has none about "%s"', cell => {
    expect(percentDoubt({ format: 'xlsx' }, cell)).toBe(null)
  })

  it('has none in a text file, where one reads what is written', () => {
    expect(percentDoubt({ format: 'csv' }, '0.5')).toBe(null)
  })
})
