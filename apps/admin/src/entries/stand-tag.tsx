import { Tag } from '@digdir/designsystemet-react'
import {
  CheckmarkCircleIcon,
  EnvelopeClosedIcon,
  HourglassIcon,
  PencilIcon,
  PersonCheckmarkIcon,
  StarIcon,
  XMarkOctagonIcon,
} from '@navikt/aksel-icons'
import { useTranslation } from 'react-i18next'
import { type Entry, type Stand, standOf } from './entry.ts'

const LOOKS: Record<
  Stand,
  { Icon: typeof StarIcon; colour: 'neutral' | 'info' | 'success' | 'warning' | 'danger' }
> = {
  nominated: { Icon: StarIcon, colour: 'info' },
  invited: { Icon: EnvelopeClosedIcon, colour: 'info' },
  accepted: { Icon: PersonCheckmarkIcon, colour: 'neutral' },
  answering: { Icon: PencilIcon, colour: 'info' },
  submitted: { Icon: CheckmarkCircleIcon, colour: 'success' },
  declined: { Icon: XMarkOctagonIcon, colour: 'neutral' },
  withdrawn: { Icon: XMarkOctagonIcon, colour: 'warning' },
  expired: { Icon: HourglassIcon, colour: 'warning' },
}

/** How far an entry is: an icon and a word. */
export function StandTag({ entry }: { entry: Entry }) {
  const { t } = useTranslation('entries')
  const stand = standOf(entry, new Date())
  const { Icon, colour } = LOOKS[stand]
  return (
    <Tag data-size="sm" data-color={colour}>
      <Icon aria-hidden />
      {t(`state.${stand}`)}
    </Tag>
  )
}
