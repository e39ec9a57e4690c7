import { Button, Checkbox, Fieldset, Radio } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { DialogFrame } from '../ui/dialog-frame.tsx'
import form from '../ui/form.module.css'
import { Problem } from '../ui/states.tsx'
import { InviteCounty } from './invite-county.tsx'
import { InviteList } from './invite-list.tsx'
import { InvitePreview } from './invite-preview.tsx'
import { type PickedUnit, UnitPicker } from './unit-picker.tsx'
import { useEntriesChanged } from './use-entries-changed.ts'
import { HOW, type How, type ListedContact, whomOf } from './whom.ts'

/** Whole countries, classes or counties at once, units one by one, or a list with those who answer for them. */
export function Invite({ round, open, close }: { round: Round; open: boolean; close: () => void }) {
  const { t } = useTranslation('entries')
  return (
    <DialogFrame open={open} title={t('invite.title')} lead={t('invite.lead')} size="wide" close={close}>
      <Form round={round} close={close} />
    </DialogFrame>
  )
}

function Form({ round, close }: { round: Round; close: () => void }) {
  const { t } = useTranslation('entries')
  const { t: frame } = useTranslation()
  const [how, setHow] = useState<How>('municipality')
  const [classes, setClasses] = useState<readonly string[]>([])
  const [county, setCounty] = useState('')
  const [some, setSome] = useState<readonly PickedUnit[]>([])
  const [listed, setListed] = useState<readonly ListedContact[]>([])
  const [ask, setAsk] = useState(false)
  const changed = useEntriesChanged()
  const invite = useMutation(
    trpc.entries.invite.mutationOptions({
      onSuccess: async () => {
        await changed()
        close()
      },
    }),
  )
  const whom = whomOf({ how, country: round.country, classes, county, some, listed })
  const contacts = how === 'list' ? listed.flatMap(({ contact }) => contact ?? []) : []
  const country = frame(`country.${round.country as 'NO'}`)
  const categories = Object.entries(round.rubric.categories)
  return (
    <div className={form.form}>
      <Fieldset>
        <Fieldset.Legend>{t('invite.whom')}</Fieldset.Legend>
        {HOW.filter(one => one !== 'classes' || categories.length > 0).map(one => (
          <Radio
            key={one}
            name="whom"
            value={one}
            label={t(`invite.${one}`, { country })}
            checked={how === one}
            onChange={() => setHow(one)}
          />
        ))}
      </Fieldset>
      {how === 'classes' && (
        <Fieldset>
          <Fieldset.Legend>{t('invite.whichClasses')}</Fieldset.Legend>
          {categories.map(([key, { title }]) => (
            <Checkbox
              key={key}
              label={title}
              value={key}
              checked={classes.includes(key)}
              onChange={() =>
                setClasses(classes.includes(key) ? classes.filter(one => one !== key) : [...classes, key])
              }
            />
          ))}
        </Fieldset>
      )}
      {how === 'inCounty' && <InviteCounty round={round} county={county} choose={setCounty} />}
      {how === 'some' && (
        <UnitPicker label={t('pick.find')} date={round.referenceDate} picked={some} pick={setSome} />
      )}
      {how === 'list' && <InviteList round={round} read={setListed} />}
      {whom && <InvitePreview round={round} whom={whom} />}
      {contacts.length === 0 && (
        <Checkbox
          label={t('invite.ask')}
          description={t('invite.askText')}
          value="ask"
          checked={ask}
          onChange={() => setAsk(!ask)}
        />
      )}
      {contacts.length > 0 && <p>{t('invite.letters', { count: contacts.length })}</p>}
      {invite.isError && <Problem error={invite.error} />}
      <Button
        loading={invite.isPending}
        disabled={whom === null}
        onClick={() => whom && invite.mutate({ round: round.id, whom, ask, contacts })}
      >
        {t('invite.submit')}
      </Button>
    </div>
  )
}
