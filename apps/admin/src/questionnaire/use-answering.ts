import { useQueryClient } from '@tanstack/react-query'
import type { AnswerValue } from '@tumstock/rubric/answers'
import { visibleQuestions } from '@tumstock/rubric/visible'
import { useEffect, useMemo, useState } from 'react'
import { client, trpc } from '../api.ts'
import { type Given, shownAnswers, type View, withSaved } from './answered.ts'
import type { Answering } from './answering.ts'
import { outcomeOf } from './save-outcome.ts'
import { retried, type Unsent, withChange, withDecision, without } from './unsent.ts'
import { useUnsent } from './use-unsent.ts'
import type { Shown } from './use-view.ts'

/** A network that swallows a request without a word is as good as none. */
const PATIENCE = 20_000

type Options = {
  round: string
  shown: Shown
  me: { id: string; name: string }
  /** False while the session is over. */
  signedIn: boolean
}

export function useAnswering(options: Options): Answering {
  const { round, me, signedIn } = options
  const cache = useQueryClient()
  // From the cache itself: what is saved has to be there in the rendering in which it is no longer on its way.
  const view = cache.getQueryData<View>(options.shown.key) ?? options.shown.view
  const entry = view.entry.id
  const readOnly = !view.can.includes('answers.save')
  const [kept, setKept] = useState<Given>({})
  const keep = (gone: Given) => setKept(before => ({ ...before, ...gone }))

  const queryKey = trpc.answers.questionnaire.queryKey({ round, entry })
  const show = (change: (before: View) => View) =>
    cache.setQueriesData<View>({ queryKey }, before => before && change(before))

  const send = async ({ question, value, version }: Unsent) => {
    try {
      const signal = AbortSignal.timeout(PATIENCE)
      const saved = await client.answers.save.mutate(
        { round, entry, question, value: sendable(value), version },
        { signal },
      )
      // A reading that began before the save must not take it back.
      await cache.cancelQueries({ queryKey })
      show(before => {
        keep(valuesOf(before, saved.removed))
        return withSaved(before, { question, value, author: me, ...saved })
      })
      return { of: 'saved' as const, version: saved.version }
    } catch (error) {
      const outcome = outcomeOf(error)
      if (outcome === 'signedOut' || outcome.of !== 'refused') return outcome
      // To whom is not signed in the round may not even exist.
      const now = await client.people.me.query().catch(() => undefined)
      if (!now) return { of: 'lost' as const }
      cache.setQueryData(trpc.people.me.queryKey(), now)
      if (now.user?.id !== me.id) return 'signedOut'
      // Something is otherwise than it looks here.
      cache.invalidateQueries({ queryKey })
      return outcome
    }
  }

  const { box, sender, unsent, link, lasting } = useUnsent({ person: me.id, entry, send })
  useEffect(() => {
    if (signedIn) void sender.now()
  }, [signedIn, sender])
  const shown = useMemo(() => shownAnswers(view.answers, unsent), [view.answers, unsent])
  const visible = useMemo(() => visibleQuestions(view.rubric, shown), [view.rubric, shown])

  // What is no longer asked is not sent; it is kept, should it be asked again.
  useEffect(() => {
    const hidden = unsent.filter(one => !visible.has(one.question))
    if (hidden.length === 0) return
    setKept(before => ({
      ...before,
      ...Object.fromEntries(hidden.map(one => [one.question, one.value])),
    }))
    void box.update(list => hidden.reduce((left, one) => without(left, one.question), list))
  }, [unsent, visible, box])

  const made = (question: string, value: AnswerValue | null) => ({
    question,
    value,
    version: view.answers[question]?.version ?? 0,
    mark: crypto.randomUUID(),
  })

  return {
    round,
    view,
    me: me.id,
    shown,
    visible,
    readOnly,
    unsent,
    link,
    lasting,
    kept,
    change: (question, value, how) => {
      setKept(({ [question]: _, ...others }) => others)
      void box
        .update(list => withChange(list, made(question, value)))
        .then(how === 'typing' ? sender.soon : sender.now)
    },
    refuse: (question, held, refused) => {
      void box.update(list => withChange(list, made(question, held), refused))
    },
    decide: (question, answer) => {
      const held = unsent.find(one => one.question === question)?.held
      if (answer === 'theirs' && held?.by === 'conflict')
        show(before => withSaved(before, { question, removed: [], ...held.standing }))
      void box
        .update(list =>
          answer === 'theirs' ? without(list, question) : withDecision(list, question, answer.mine),
        )
        .then(sender.now)
    },
    drop: question => void box.update(list => without(list, question)),
    send: () => void box.update(retried).then(sender.now),
    flush: () => void sender.now(),
  }
}

const sendable = (value: AnswerValue | null) =>
  value !== null && typeof value === 'object' ? [...value] : value

const valuesOf = ({ answers }: View, questions: readonly string[]): Given =>
  Object.fromEntries(questions.map(question => [question, answers[question]?.value ?? null]))
