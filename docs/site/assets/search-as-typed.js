// Stands before Material's search worker, which hands a query to lunr. In lunr's syntax ":" names a field and "+", "-",
// "*", "~", "^" are operators; it knows no phrases, and Material takes each word for the beginning of one. Here people
// search for messages, as they stand: every sign becomes a space, every word but the last, which may still be in
// typing, is a whole one ("^1" says so), and what holds the words in this order comes first.

const words = text => text.toLowerCase().match(/\w+/g) ?? []
let phrase = ""

addEventListener("message", ({ data }) => {
  if (typeof data.data !== "string") return // the index, not a query
  const typed = words(data.data)
  phrase = ` ${typed.join(" ")}`
  data.data = typed.map((word, index) => (index < typed.length - 1 ? `${word}^1` : word)).join(" ")
})

const holdsPhrase = ({ title, text }) =>
  [title, text].some(html => ` ${words(html.replace(/<[^>]*>|&\w+;/g, " ")).join(" ")}`.includes(phrase))

const phraseFirst = (list, holds) => [...list.filter(holds), ...list.filter(each => !holds(each))]

const send = postMessage.bind(self)
self.postMessage = message => {
  if (message.data?.items) {
    const pages = message.data.items.map(page => phraseFirst(page, holdsPhrase))
    message.data.items = phraseFirst(pages, page => page.some(holdsPhrase))
  }
  send(message)
}
