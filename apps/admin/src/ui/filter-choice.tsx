import { Field, Label, Select } from '@digdir/designsystemet-react'
import { type ReactNode, useId } from 'react'

type Props = {
  label: string
  value: string | undefined
  choose: (value: string | undefined) => void
  className?: string | undefined
  /** Options; the one without a value stands for no choice. */
  children: ReactNode
}

/** One choice that narrows what a screen shows. */
export function FilterChoice({ label, value, choose, className, children }: Props) {
  const id = useId()
  return (
    <Field data-size="sm" className={className}>
      <Label htmlFor={id}>{label}</Label>
      <Select id={id} value={value ?? ''} onChange={event => choose(event.target.value || undefined)}>
        {children}
      </Select>
    </Field>
  )
}
