import { Tag } from '@digdir/designsystemet-react'
import { useTranslation } from 'react-i18next'
import type { MyEntry } from './my-entry.ts'

const COLOUR = {
  nominated: 'warning',
  invited: 'warning',
  accepted: 'info',
  submitted: 'success',
  declined: 'neutral',
  withdrawn: 'neutral',
} as const

/** Where an entry stands, in one word. */
export function EntryTag({ entry }: { entry: Pick<MyEntry, 'state' | 'submittedAt'> }) {
  const { t } = useTranslation('mine')
  const state = entry.state === 'accepted' && entry.submittedAt !== null ? 'submitted' : entry.state
  return (
    <Tag data-size="sm" variant="outline" data-color={COLOUR[state]}>
      {t(`state.${state}`)}
    </Tag>
  )
}
