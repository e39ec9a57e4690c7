import { Tag } from '@digdir/designsystemet-react'
import {
  ArrowDownIcon,
  BarChartIcon,
  CalculatorIcon,
  ExclamationmarkTriangleIcon,
  EyeSlashIcon,
  SealCheckmarkIcon,
  StarFillIcon,
  StarIcon,
  XMarkOctagonIcon,
} from '@navikt/aksel-icons'
import { useTranslation } from 'react-i18next'
import styles from './results.module.css'

/** Shared places and gaps stand in columns of their own; every winner is a nominee. */
const LOOKS = {
  winner: { Icon: StarFillIcon, colour: 'success' },
  nominee: { Icon: StarIcon, colour: 'info' },
  finalist: { Icon: SealCheckmarkIcon, colour: 'info' },
  'tie-at-edge': { Icon: ExclamationmarkTriangleIcon, colour: 'warning' },
  'below-floor': { Icon: ArrowDownIcon, colour: 'neutral' },
  imputed: { Icon: CalculatorIcon, colour: 'neutral' },
  benchmark: { Icon: BarChartIcon, colour: 'neutral' },
  anonymous: { Icon: EyeSlashIcon, colour: 'neutral' },
  ineligible: { Icon: ExclamationmarkTriangleIcon, colour: 'warning' },
  contradicted: { Icon: ExclamationmarkTriangleIcon, colour: 'danger' },
  error: { Icon: XMarkOctagonIcon, colour: 'danger' },
} as const

const isShown = (flag: string): flag is keyof typeof LOOKS => Object.hasOwn(LOOKS, flag)

/** The flags that are shown as tags. */
export const shownFlags = (flags: readonly string[]): (keyof typeof LOOKS)[] =>
  flags.filter(isShown).filter(flag => flag !== 'nominee' || !flags.includes('winner'))

/** What stands out about an entry: an icon and a word each. */
export function FlagTags({ flags }: { flags: readonly string[] }) {
  const { t } = useTranslation('results')
  const { t: frame } = useTranslation()
  const shown = shownFlags(flags)
  if (shown.length === 0) return null
  return (
    <span className={styles.flags}>
      {shown.map(flag => {
        const { Icon, colour } = LOOKS[flag]
        return (
          <Tag key={flag} data-size="sm" data-color={colour}>
            <Icon aria-hidden />
            {flag === 'contradicted' ? frame('tag.contradicts') : t(`flag.${flag}`)}
          </Tag>
        )
      })}
    </span>
  )
}
