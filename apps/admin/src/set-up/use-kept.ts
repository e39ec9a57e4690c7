import { type ChangeEvent, useState } from 'react'

/** A text field over a value that takes only some texts: what does not fit stays in the field, marked, and is not saved. */
export function useKept(value: string, take: (text: string) => boolean) {
  const [text, setText] = useState<string | null>(null)
  const [bad, setBad] = useState(false)
  return {
    bad,
    field: {
      value: text ?? value,
      onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
        setText(event.target.value)
        setBad(!take(event.target.value))
      },
      onBlur: () => {
        if (!bad) setText(null)
      },
    },
  }
}
