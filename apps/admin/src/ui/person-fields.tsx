import { Textfield } from '@digdir/designsystemet-react'
import { useTranslation } from 'react-i18next'
import { isEmail } from './is-email.ts'

type Person = { name: string; email: string }

type Props = {
  person: Person
  change: (person: Person) => void
  /** Once tried, the fields say what is missing. */
  tried: boolean
}

/** Who somebody is and where letters reach them. */
export function PersonFields({ person, change, tried }: Props) {
  const { t } = useTranslation()
  const { name, email } = person
  return (
    <>
      <Textfield
        label={t('person.name')}
        autoComplete="off"
        maxLength={200}
        value={name}
        onChange={event => change({ ...person, name: event.target.value })}
        error={tried && name.trim() === '' && t('person.nameMissing')}
      />
      <Textfield
        label={t('person.email')}
        type="email"
        autoComplete="off"
        maxLength={200}
        value={email}
        onChange={event => change({ ...person, email: event.target.value })}
        error={tried && !isEmail(email) && t('person.emailBad')}
      />
    </>
  )
}

export const isPerson = ({ name, email }: Person): boolean => name.trim() !== '' && isEmail(email)
