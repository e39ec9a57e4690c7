import type { AnswerValue } from '@tumstock/rubric/answers'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sendUnsent } from './send-unsent.ts'
import {
  type Outcome,
  type Standing,
  type Unsent,
  type UnsentList,
  withChange,
  withDecision,
  without,
} from './unsent.ts'
import { createUnsentBox, type Keeper } from './unsent-box.ts'

const ME = 'me'

/** What a browser keeps, for all its tabs. */
function keeper(): Keeper {
  let list: UnsentList = []
  return {
    update: async change => {
      list = change(list)
      return list
    },
  }
}

type Answer = { value: AnswerValue | null; version: number; by: string }

/** A server with answers; the way there and the way back can each be cut. */
function server() {
  const answers = new Map<string, Answer>()
  const there = { way: 'open' as 'open' | 'noWayThere' | 'noWayBack', refuses: null as AnswerValue | null }
  const order: string[] = []
  const sent: string[] = []
  const standing = (question: string): Standing => {
    const { value, version, by } = answers.get(question) ?? { value: null, version: 0, by: ME }
    return { value, version, at: '2026-11-22T12:00:00Z', author: { id: by, name: by } }
  }
  const save = (by: string, question: string, value: AnswerValue | null): number => {
    const version = (answers.get(question)?.version ?? 0) + 1
    answers.set(question, { value, version, by })
    order.push(`${question}=${value}`)
    return version
  }
  const send = async ({ question, value, version }: Unsent): Promise<Outcome> => {
    sent.push(question)
    if (there.way === 'noWayThere') return { of: 'lost' }
    if (there.refuses !== null && there.refuses === value)
      return { of: 'refused', code: 'bad-input', message: 'No.' }
    if (version !== standing(question).version) return { of: 'stale', standing: standing(question) }
    const saved = save(ME, question, value)
    return there.way === 'noWayBack' ? { of: 'lost' } : { of: 'saved', version: saved }
  }
  return { there, order, sent, save, send, standing }
}

type Alone = <T>(work: () => Promise<T>) => Promise<T>
const atOnce: Alone = work => work()

/** One person's tab: what it last knew of the answers is what the server has when it is told. */
function tab(at: ReturnType<typeof server>, kept = keeper(), alone = atOnce) {
  const box = createUnsentBox(kept)
  const known = new Map<string, number>()
  let made = 0
  return {
    box,
    look: (question: string) => known.set(question, at.standing(question).version),
    change: (question: string, value: AnswerValue | null) =>
      box.update(list =>
        withChange(list, { question, value, version: known.get(question) ?? 0, mark: `${++made}` }),
      ),
    send: () =>
      sendUnsent({
        box,
        me: ME,
        alone,
        send: async change => {
          const outcome = await at.send(change)
          if (outcome.of === 'saved') known.set(change.question, outcome.version)
          return outcome
        },
      }),
    forget: () => tab(at, kept, alone),
  }
}

describe('what is changed', () => {
  test('is sent in order, and of one answer only the last', async () => {
    const at = server()
    const { change, send, box } = tab(at)
    for (const [question, value] of [
      ['plan', 'no'],
      ['story', 'We'],
      ['plan', 'yes'],
      ['story', 'We did'],
    ] as const)
      await change(question, value)
    expect(await send()).toBe('empty')
    expect(at.order).toEqual(['plan=yes', 'story=We did'])
    expect(box.shown()).toEqual([])
  })

  test('shows at once, before it is kept', () => {
    const { change, box } = tab(server())
    void change('plan', 'yes')
    expect(box.shown().map(one => one.value)).toEqual(['yes'])
  })

  test('waits while the server is away, and goes out after a reload', async () => {
    const at = server()
    const first = tab(at)
    at.there.way = 'noWayThere'
    await first.change('plan', 'yes')
    expect(await first.send()).toBe('away')
    at.there.way = 'open'
    const reloaded = first.forget()
    expect(await reloaded.send()).toBe('empty')
    expect(at.order).toEqual(['plan=yes'])
  })

  test('is known again when it arrived and only the word of it was lost', async () => {
    const at = server()
    const first = tab(at)
    at.there.way = 'noWayBack'
    await first.change('plan', 'yes')
    expect(await first.send()).toBe('away')
    at.there.way = 'open'
    await first.change('plan', 'no')
    const reloaded = first.forget()
    expect(await reloaded.send()).toBe('empty')
    expect(at.order).toEqual(['plan=yes', 'plan=no'])
    expect(reloaded.box.shown()).toEqual([])
  })

  test('and turned down stays with the reason, beside what follows it', async () => {
    const at = server()
    at.there.refuses = 'x'
    const { change, send, box } = tab(at)
    await change('lit', 'x')
    await change('plan', 'yes')
    expect(await send()).toBe('empty')
    expect(at.order).toEqual(['plan=yes'])
    expect(box.shown().map(({ question, value, held }) => ({ question, value, held }))).toEqual([
      { question: 'lit', value: 'x', held: { by: 'refusal', code: 'bad-input', message: 'No.' } },
    ])
    await change('lit', '5')
    await send()
    expect(at.order).toEqual(['plan=yes', 'lit=5'])
  })
})

describe('when somebody else was first', () => {
  const late = async () => {
    const at = server()
    const here = tab(at)
    at.save('other', 'plan', 'no')
    await here.change('plan', 'yes')
    await here.send()
    return { at, ...here }
  }

  test('both answers are there, and nothing is sent', async () => {
    const { at, box } = await late()
    expect(at.order).toEqual(['plan=no'])
    const [one] = box.shown()
    expect([one?.value, one?.held?.by === 'conflict' && one.held.standing.value]).toEqual(['yes', 'no'])
  })

  test('mine can stand, also when it changes before that is said', async () => {
    const { at, box, change, send } = await late()
    await change('plan', 'partly')
    await send()
    expect(at.order).toEqual(['plan=no'])
    await box.update(list => withDecision(list, 'plan', 'partly'))
    await send()
    expect(at.order).toEqual(['plan=no', 'plan=partly'])
  })

  test('theirs can stand', async () => {
    const { at, box, send } = await late()
    await box.update(list => without(list, 'plan'))
    await send()
    expect([at.order, box.shown()]).toEqual([['plan=no'], []])
  })

  test('with the same answer there is nothing to decide', async () => {
    const at = server()
    const { change, send, box } = tab(at)
    at.save('other', 'parts', ['a', 'b'])
    await change('parts', ['b', 'a'])
    expect([await send(), box.shown()]).toEqual(['empty', []])
  })
})

describe('two tabs of one browser', () => {
  /** As the browser's locks do: one after the other. */
  const oneByOne = () => {
    let last: Promise<unknown> = Promise.resolve()
    return <T>(work: () => Promise<T>): Promise<T> => {
      const next = last.then(work)
      last = next
      return next
    }
  }

  test('send what both changed once, and each answer as it was changed last', async () => {
    const at = server()
    const kept = keeper()
    const alone = oneByOne()
    const [one, other] = [tab(at, kept, alone), tab(at, kept, alone)]
    await one.change('plan', 'yes')
    await other.change('story', 'We')
    await other.change('plan', 'no')
    await Promise.all([one.send(), other.send()])
    expect([at.sent, at.order]).toEqual([
      ['plan', 'story'],
      ['plan=no', 'story=We'],
    ])
    await one.box.update(list => list)
    expect([one.box.shown(), other.box.shown()]).toEqual([[], []])
  })
})

/** What may happen while somebody answers: by them, by another, to the way between, to the browser. */
const happening = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      q: fc.constantFrom('a', 'b'),
      value: fc.constantFrom('1', '2', '3', null),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('send' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('way' as const),
      way: fc.constantFrom('open' as const, 'noWayThere' as const, 'noWayBack' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reload' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('other' as const),
      q: fc.constantFrom('a', 'b'),
      value: fc.constantFrom('8', '9'),
    }),
  },
)

test('no change is ever lost: the last of each answer arrives, or stands beside another’s until that is decided', () =>
  fc.assert(
    fc.asyncProperty(fc.array(happening, { maxLength: 40 }), async happenings => {
      const at = server()
      let here = tab(at)
      const last = new Map<string, AnswerValue | null>()
      const others = new Set<string>()
      for (const one of happenings) {
        if (one.do === 'way') at.there.way = one.way
        if (one.do === 'send') await here.send()
        if (one.do === 'other') {
          at.save('other', one.q, one.value)
          others.add(one.q)
        }
        if (one.do === 'reload') {
          here = here.forget()
          for (const question of ['a', 'b']) here.look(question)
        }
        if (one.do === 'change') {
          await here.change(one.q, one.value)
          last.set(one.q, one.value)
          others.delete(one.q)
        }
      }
      at.there.way = 'open'
      for (let round = 0; round < 3; round++) {
        await here.send()
        for (const { question, value, held } of here.box.shown())
          if (held?.by === 'conflict') await here.box.update(list => withDecision(list, question, value))
      }
      expect(here.box.shown()).toEqual([])
      for (const [question, value] of last)
        if (!others.has(question)) expect(at.standing(question).value).toBe(value)
    }),
    { numRuns: 500 },
  ))
