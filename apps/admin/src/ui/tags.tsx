import { Tag } from '@digdir/designsystemet-react'
import {
  CheckmarkCircleIcon,
  ExclamationmarkTriangleIcon,
  EyeSlashIcon,
  HourglassIcon,
  LinkIcon,
  QuestionmarkDiamondIcon,
  TagIcon,
  TestFlaskIcon,
  XMarkOctagonIcon,
} from '@navikt/aksel-icons'
import { useTranslation } from 'react-i18next'

const LOOKS = {
  synthetic: { Icon: TestFlaskIcon, colour: 'brand' },
  record: { Icon: TagIcon, colour: 'neutral' },
  assumed: { Icon: QuestionmarkDiamondIcon, colour: 'warning' },
  inferred: { Icon: LinkIcon, colour: 'info' },
  sourced: { Icon: CheckmarkCircleIcon, colour: 'neutral' },
  holds: { Icon: CheckmarkCircleIcon, colour: 'success' },
  contradicts: { Icon: ExclamationmarkTriangleIcon, colour: 'danger' },
  unverifiable: { Icon: HourglassIcon, colour: 'neutral' },
  embargoed: { Icon: EyeSlashIcon, colour: 'neutral' },
  broken: { Icon: XMarkOctagonIcon, colour: 'danger' },
} as const

export type Mark = keyof typeof LOOKS

const WHY: Partial<Record<Mark, 'syntheticWhy' | 'recordWhy' | 'assumedWhy'>> = {
  synthetic: 'syntheticWhy',
  record: 'recordWhy',
  assumed: 'assumedWhy',
}

/** What a reader must not miss about a number or a round: an icon and a word, the same everywhere. */
export function MarkTag({ mark }: { mark: Mark }) {
  const { t } = useTranslation()
  const { Icon, colour } = LOOKS[mark]
  const why = WHY[mark]
  return (
    <Tag data-size="sm" data-color={colour} {...(why ? { title: t(`tag.${why}`) } : {})}>
      <Icon aria-hidden />
      {t(`tag.${mark}`)}
    </Tag>
  )
}

export type RoundState = 'draft' | 'open' | 'evaluated' | 'published'

const STATE_COLOUR = { draft: 'neutral', open: 'info', evaluated: 'warning', published: 'success' } as const

export function StateTag({ state }: { state: RoundState }) {
  const { t } = useTranslation()
  return (
    <Tag data-size="sm" variant="outline" data-color={STATE_COLOUR[state]}>
      {t(`state.${state}`)}
    </Tag>
  )
}
