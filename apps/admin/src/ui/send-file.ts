/** Sends a file with its progress; `fetch` does not tell how much has gone out. */

class NotSent extends Error {
  override name = 'NotSent'
}

type Sending = { signal: AbortSignal; onProgress: (share: number) => void }

/**
 * @returns what the server answers
 * @throws NotSent with the server's own line when it turns the file down, with an empty one when it cannot be reached
 */
export const sendFile = <Answer extends object>(
  path: string,
  file: File,
  { signal, onProgress }: Sending,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.responseType = 'json'
    request.upload.onprogress = event => onProgress(event.total > 0 ? event.loaded / event.total : 0)
    request.onload = () => {
      const answer = request.response as (Answer & { message?: string }) | null
      if (request.status < 300 && answer) resolve(answer)
      else reject(new NotSent(answer?.message ?? ''))
    }
    request.onerror = () => reject(new NotSent(''))
    request.onabort = () => reject(signal.reason)
    signal.addEventListener('abort', () => request.abort(), { once: true })
    const form = new FormData()
    form.append('file', file)
    request.send(form)
  })
