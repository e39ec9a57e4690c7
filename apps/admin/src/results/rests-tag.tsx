import { Tag } from '@digdir/designsystemet-react'
import { Buildings2Icon, ChatIcon, FileSearchIcon } from '@navikt/aksel-icons'
import type { RestsOn } from '@tumstock/engine/rests-on'
import { useTranslation } from 'react-i18next'

const LOOKS = {
  claim: { Icon: ChatIcon, colour: 'neutral' },
  desk: { Icon: FileSearchIcon, colour: 'info' },
  visit: { Icon: Buildings2Icon, colour: 'success' },
} as const

/** On which layer a value rests: an icon and a word; nothing where nobody checked anything. */
export function RestsTag({ on }: { on: RestsOn | null }) {
  const { t } = useTranslation('explanation')
  if (!on) return null
  const { Icon, colour } = LOOKS[on.layer]
  return (
    <Tag data-size="sm" data-color={colour} variant="outline">
      <Icon aria-hidden />
      {t(on.mixed && on.layer !== 'visit' ? `restsOn.${on.layer}Mixed` : `restsOn.${on.layer}`)}
    </Tag>
  )
}
