import { Checkbox, Fieldset } from '@digdir/designsystemet-react'
import { useTranslation } from 'react-i18next'

type Props = {
  areas: readonly { id: string; title: string }[]
  chosen: readonly string[]
  choose: (chosen: readonly string[]) => void
}

/** The parts of the questionnaire that somebody is to answer; none chosen stands for all. */
export function AreaChoice({ areas, chosen, choose }: Props) {
  const { t } = useTranslation('seats')
  if (areas.length < 2) return null
  return (
    <Fieldset data-size="sm">
      <Fieldset.Legend>{t('areas')}</Fieldset.Legend>
      <Fieldset.Description>{t('invite.areasHelp')}</Fieldset.Description>
      {areas.map(({ id, title }) => (
        <Checkbox
          key={id}
          value={id}
          label={title}
          checked={chosen.includes(id)}
          onChange={event =>
            choose(event.target.checked ? [...chosen, id] : chosen.filter(one => one !== id))
          }
        />
      ))}
    </Fieldset>
  )
}
