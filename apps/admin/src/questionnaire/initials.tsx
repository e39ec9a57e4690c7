import styles from './questionnaire.module.css'

type Props = { people: readonly { id: string; name: string }[]; label: string }

/** Who is there, by initials; by name to those who point at them or cannot see them. */
export const Initials = ({ people, label }: Props) => (
  <span className={styles.initials}>
    <span className="ts-visually-hidden">{`${label} ${people.map(one => one.name).join(', ')}`}</span>
    {people.map(({ id, name }) => (
      <abbr key={id} title={name} aria-hidden>
        {initialsOf(name)}
      </abbr>
    ))}
  </span>
)

const initialsOf = (name: string): string => {
  const words = name.split(/\s+/).filter(Boolean)
  const [first = ''] = words
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  return [first, last]
    .map(word => [...word][0] ?? '')
    .join('')
    .toLocaleUpperCase()
}
