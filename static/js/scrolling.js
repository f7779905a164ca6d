// Scrolls so that it lasts. Rows outside of the window have only an estimated height until they
// come near; as they get their real one, what was scrolled to moves away again.

const STEADY_FRAMES = 3;
const MOST_FRAMES = 20;

/** Brings the element to this place in the window ("center", "nearest" …), then says so. */
export function bringIntoView(element, block, whenThere = () => {}) {
  let last = null;
  let steady = 0;
  let frames = 0;
  function again() {
    element.scrollIntoView({ block });
    const top = element.getBoundingClientRect().top;
    steady = last !== null && Math.abs(top - last) < 1 ? steady + 1 : 0;
    last = top;
    frames += 1;
    if (steady < STEADY_FRAMES && frames < MOST_FRAMES) requestAnimationFrame(again);
    else whenThere();
  }
  again();
}

/** Brings the element into view with the focus on it, and opens what it is folded into. */
export function goTo(element) {
  element.closest("details")?.setAttribute("open", "");
  if (element.tabIndex < 0) element.setAttribute("tabindex", "-1");
  element.focus({ preventScroll: true });
  bringIntoView(element, element.offsetHeight > innerHeight / 2 ? "start" : "center");
}
