// Where scripts run: a page that says so is shown anew when the server says that it changed.
"use strict";
for (const part of document.querySelectorAll("[data-live]")) {
  const stream = new EventSource(part.dataset.live);
  stream.onmessage = (event) => {
    if (part.contains(document.activeElement) && document.activeElement !== part) return;
    part.innerHTML = event.data;
  };
}
