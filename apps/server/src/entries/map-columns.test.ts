import { describe, expect, test } from 'vitest'
import { mapColumns } from './map-columns.ts'
import { sampleRubric } from './sample-rubric.ts'

const mapped = (header: string[], mapping = {}) =>
  mapColumns(header, sampleRubric, { mapping }).map(column => [column.mapsTo, column.guessed])

describe('guessing', () => {
  test('ids are certain, words and titles are guesses, the rest stays out', () => {
    expect(mapped(['Kommunenummer', 'Kommune', 'plan', 'Which channels are open', 'BB1', 'remarks'])).toEqual(
      [
        ['unit', true],
        ['name', true],
        ['plan', false],
        ['channels', true],
        ['broadband', true],
        [null, false],
      ],
    )
  })

  test('an id beats a likeness, wherever it stands', () => {
    expect(mapped(['code', 'unit', 'Is there a plan?', 'plan'])).toEqual([
      [null, false],
      ['unit', false],
      [null, false],
      ['plan', false],
    ])
  })

  test('titles in another language', () => {
    const swedish = structuredClone(sampleRubric)
    Object.assign(swedish.questions.plan!, { text: 'Finns det en plan?' })
    const columns = mapColumns(['unit', 'Finns det en plan?'], sampleRubric, { translations: [swedish] })
    expect(columns[1]).toEqual({ header: 'Finns det en plan?', mapsTo: 'plan', guessed: true })
  })

  test('a column named as something that every object has is left out like any other stranger', () => {
    const strangers = ['constructor', '__proto__', 'toString']
    expect(mapped(['unit', ...strangers])).toEqual([['unit', false], ...strangers.map(() => [null, false])])
  })

  test('a panel criterion takes marks by its path', () => {
    expect(mapped(['unit', 'criteria.jury'])[1]).toEqual(['criteria.jury', false])
  })
})

describe('choosing', () => {
  test('a choice overrides the guess and takes the target from the column that had it', () => {
    expect(mapped(['unit', 'plan', 'remarks'], { remarks: 'plan' })).toEqual([
      ['unit', false],
      [null, false],
      ['plan', false],
    ])
    expect(mapped(['unit', 'plan'], { plan: null })[1]).toEqual([null, false])
  })

  test.each([
    [{ nowhere: 'plan' }, 'There is no column "nowhere". The file has: unit, a, b.'],
    [{ a: 'plan', b: 'plan' }, 'Columns "a" and "b" are both "plan". One column may be it.'],
    [
      { a: 'plann' },
      'Column "a" cannot be "plann". Allowed: unit, name, category, plan, channels, share, broadband, criteria.jury.',
    ],
  ])('bad choice %j', (mapping, message) => {
    expect(() => mapped(['unit', 'a', 'b'], mapping)).toThrow(message)
  })
})
