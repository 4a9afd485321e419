// Makes each table in a block of class "sortable" sortable by click and Enter (tablesort), and by Space.
for (const table of document.querySelectorAll(".sortable table")) {
  new Tablesort(table)
  for (const head of table.tHead.rows[0].cells)
    head.addEventListener("keydown", event => {
      if (event.key !== " ") return
      event.preventDefault()
      head.click()
    })
}
