// Material hands a query to lunr, in whose syntax ":" names a field and "+", "-", "*", "~", "^" are operators.
// Here people search for messages, so these signs and quotation marks are spaces. This stands before the theme's
// worker, and so hears each query first.
addEventListener("message", ({ data }) => {
  if (typeof data.data === "string") data.data = data.data.replace(/[^\p{L}\p{N}_]+/gu, " ")
})
