import { formatNumber, formatShare } from '@tumstock/engine/display'
import { useTranslation } from 'react-i18next'
import { TileRow } from '../results/tiles.tsx'
import { useLocale } from '../ui/locale.ts'
import { type Group, shareOf } from './responses.ts'

/** The whole round in figures. */
export function ResponseTiles({ all }: { all: Group }) {
  const { t } = useTranslation('responses')
  const locale = useLocale()
  const whole = (value: number) => formatNumber(value, { decimals: 0, locale })
  const percent = (value: number) => formatShare(value, { decimals: 0, locale })
  const rate = shareOf(all)
  return (
    <TileRow
      label={t('tile.label')}
      tiles={[
        {
          label: t('tile.rate'),
          figure: rate === null ? '–' : percent(rate),
          note:
            all.target === null
              ? t('tile.noTarget')
              : t(all.lacking === 0 ? 'tile.reached' : 'tile.target', {
                  share: percent(all.target),
                  lacking: whole(all.lacking ?? 0),
                }),
        },
        {
          label: t('tile.submitted'),
          figure: whole(all.submitted),
          note: t('tile.ofAll', { all: whole(all.all) }),
        },
        { label: t('tile.started'), figure: whole(all.started), note: t('tile.startedHelp') },
        { label: t('tile.accepted'), figure: whole(all.accepted), note: t('tile.acceptedHelp') },
        { label: t('tile.asked'), figure: whole(all.asked), note: t('tile.askedHelp') },
        { label: t('tile.away'), figure: whole(all.away), note: t('tile.awayHelp') },
      ]}
    />
  )
}
