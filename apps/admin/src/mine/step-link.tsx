import { Button } from '@digdir/designsystemet-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Step } from './my-entry.ts'

type Props = { round: string; entry: string; step: Exclude<Step, 'respond'> }

/** The way to what is to be done. */
export function StepLink({ round, entry, step }: Props) {
  const { t } = useTranslation('mine')
  const params = { round, entry }
  const words = t(`step.${step}`)
  return (
    <Button asChild variant={step === 'read' || step === 'findings' ? 'secondary' : 'primary'}>
      <Link
        to="/rounds/$round/answer/$entry"
        params={params}
        search={step === 'submit' ? { open: 'submit' as const } : {}}
      >
        {words}
      </Link>
    </Button>
  )
}
