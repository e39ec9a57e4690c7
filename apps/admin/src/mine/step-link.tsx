import { Button } from '@digdir/designsystemet-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Step } from './my-entry.ts'

type Props = { round: string; entry: string; step: Exclude<Step, 'respond' | 'rethink'> }

/** The way to what is to be done. */
export function StepLink({ round, entry, step }: Props) {
  const { t } = useTranslation('mine')
  const isToDo = step !== 'read' && step !== 'findings'
  return (
    <Button asChild variant={isToDo ? 'primary' : 'secondary'}>
      <Link {...wayTo(step)} params={{ round, entry }}>
        {t(`step.${step}`)}
      </Link>
    </Button>
  )
}

const wayTo = (step: Props['step']) => {
  switch (step) {
    case 'assess':
      return { to: '/rounds/$round/assess/$entry' } as const
    case 'reply':
    case 'findings':
      return { to: '/rounds/$round/findings/$entry' } as const
    case 'submit':
      return { to: '/rounds/$round/answer/$entry', search: { open: 'submit' } } as const
    default:
      return { to: '/rounds/$round/answer/$entry' } as const
  }
}
