import '@fontsource-variable/inter/wght.css'
import '@digdir/designsystemet-css/index.css'
import '../.theme/build/tumstock.css'
import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { startText } from './text/i18n.ts'

// A screen that a newer build has replaced is gone from the server: the page then starts anew with that build.
window.addEventListener('vite:preloadError', () => location.reload())

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
await startText()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
