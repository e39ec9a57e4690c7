import { Button } from '@digdir/designsystemet-react'
import type { Explanation as Node } from '@tumstock/engine/results'
import type { RubricData } from '@tumstock/rubric/contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './explanation.module.css'
import { ExplanationNode } from './explanation-node.tsx'
import type { Told } from './told.ts'

/** Paths of all parts that can be opened. */
const openable = (node: Node): string[] => [node.path, ...node.children.flatMap(openable)]

type Props = Pick<Told, 'layers' | 'restsOn'> & {
  root: Node
  rubric: RubricData
}

/** A score taken apart: parts that add up, down to the rule, the answers and their evidence. */
export function Explanation({ root, rubric, layers, restsOn }: Props) {
  const { t } = useTranslation('explanation')
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set([root.path]))
  const all = openable(root)
  const isAll = open.size === all.length
  const toggle = (path: string) =>
    setOpen(before => {
      const next = new Set(before)
      if (!next.delete(path)) next.add(path)
      return next
    })
  return (
    <section className={styles.explanation} aria-labelledby="explanation">
      <div className={styles.head}>
        <div>
          <h2 id="explanation">{t('title')}</h2>
          <p className="ts-muted">{t('lead')}</p>
        </div>
        <Button
          data-size="sm"
          variant="secondary"
          onClick={() => setOpen(new Set(isAll ? [root.path] : all))}
        >
          {t(isAll ? 'closeAll' : 'openAll')}
        </Button>
      </div>
      <ul className={styles.tree}>
        <ExplanationNode
          node={root}
          parent={null}
          told={{ rubric, layers, restsOn }}
          open={open}
          toggle={toggle}
        />
      </ul>
    </section>
  )
}
