// Keys for those who read here for hours. Everything works without this file.
"use strict";
const busy = (target) => target.closest("input, textarea, select, [contenteditable]");
const GO = { t: "/", s: "/storylines", h: "/held", f: "/feeds", d: "/deliveries", r: "/reviews" };
let afterG = false;

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && busy(event.target)) return event.target.blur();
  if (busy(event.target)) return;
  const went = afterG && GO[event.key];
  afterG = event.key === "g";
  if (went) location.assign(went);
  else if (event.key === "/") find(event);
  else if (event.key === "?") location.assign("/about");
  else if (event.key === "j" || event.key === "k") step(event.key);
});

function find(event) {
  event.preventDefault();
  const field = document.getElementById("q") || document.getElementById("find");
  field.focus();
  field.select();
}

// j and k walk through what the page lists; where it lists nothing, through its neighbours.
function step(key) {
  const all = [...document.querySelectorAll("main h3 > a, main .rows > li > a:first-of-type, main .walk a.title")];
  if (!all.length) return document.querySelector(`[data-key="${key}"]`)?.click();
  const at = all.indexOf(document.activeElement);
  const next = all[Math.max(0, Math.min(all.length - 1, at + (key === "j" ? 1 : -1)))];
  next.focus();
  next.scrollIntoView({ block: "center" });
}
