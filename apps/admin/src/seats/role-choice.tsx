import { Field, Label, Select } from '@digdir/designsystemet-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { ROLES, type RoundRole } from './seats.ts'

type Props = { label: string; role: RoundRole; choose: (role: RoundRole) => void }

/** A role of the round, and what it means. */
export function RoleChoice({ label, role, choose }: Props) {
  const { t } = useTranslation('seats')
  const id = useId()
  return (
    <Field>
      <Label htmlFor={id}>{label}</Label>
      <Field.Description>{t(`roleMeans.${role}`)}</Field.Description>
      <Select id={id} value={role} onChange={event => choose(event.target.value as RoundRole)}>
        {ROLES.map(one => (
          <Select.Option key={one} value={one}>
            {t(`role.${one}`)}
          </Select.Option>
        ))}
      </Select>
    </Field>
  )
}
