import { useEffect, useState } from 'react'
import { isWriting, press, questionInHand, toQuestion } from './in-hand.ts'

const KEPT = 'tumstock.assess-keys'
const DOES: ReadonlySet<string> = new Set(['a', 'd', '1', '2', '3'])

export type KeysState = { on: boolean; set: (on: boolean) => void }

/**
 * One key each for what an assessor does all day. They can be switched off, since who speaks to the computer may press them
 * without meaning to.
 */
export function useKeys(questions: readonly string[], start: string | undefined): KeysState {
  const [on, setOn] = useState(() => localStorage.getItem(KEPT) !== 'off')
  useEffect(() => {
    if (!on) return
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return
      const at = questions.indexOf(questionInHand() ?? '')
      const from = at < 0 ? questions.indexOf(start ?? '') : at
      const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0
      const next = questions[Math.max(0, from + step)]
      if (step !== 0 && next !== undefined) toQuestion(next)
      const here = questions[at]
      if (here !== undefined && DOES.has(event.key)) press(here, event.key)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [on, questions, start])
  return {
    on,
    set: next => {
      localStorage.setItem(KEPT, next ? 'on' : 'off')
      setOn(next)
    },
  }
}
