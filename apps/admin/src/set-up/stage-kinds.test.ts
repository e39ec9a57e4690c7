import { expect, test } from 'vitest'
import { NO_TIMES } from './draft.ts'
import { rubric } from './rubric.fixture.ts'
import { kindsOf, neededKinds, timeFaults } from './stage-kinds.ts'

test('a draft has the stages of its edition, without those left out and with those added, in the usual order', () => {
  const kinds = { jury: true, verification: true, survey: false }
  expect(kindsOf(rubric, { kinds }).has).toEqual(['verification', 'jury', 'publication'])
  expect(kindsOf(rubric, { kinds: {} }).has).toEqual(rubric.stages.map(stage => stage.kind))
  expect(kindsOf(rubric, { kinds }).others).toContain('survey')
})

test('stages in which something is scored stay', () => expect([...neededKinds(rubric)]).toEqual(['survey']))

test.each([
  [{ from: 'b', to: 'a' }, [], { to: 'backwards' }],
  [{ from: 'a', to: 'b' }, [{ from: 'c' }, { from: null }], { from: 'outOfOrder' }],
  [{ from: 'c', to: 'd' }, [{ from: 'c' }], {}],
  [{ from: 'a', to: 'b', replyUntil: 'b' }, [], { reply: 'replyEarly' }],
  [{ from: 'a', replyUntil: 'b' }, [], { reply: 'replyEarly' }],
  [{ from: 'a', to: 'b', replyUntil: 'c' }, [], {}],
  [{ to: 'a' }, [{ from: 'b' }], {}],
])('%j after %j is %j', (times, before, faults) => {
  const window = { ...NO_TIMES, ...times }
  expect(
    timeFaults(
      window,
      before.map(one => ({ ...NO_TIMES, ...one })),
    ),
  ).toEqual(faults)
})
