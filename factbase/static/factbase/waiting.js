// What a form sets off may take a while, a big spreadsheet minutes: say that it is at work, and for how long already.
const words = document.currentScript.dataset.words;

document.addEventListener("submit", (event) => {
    // An export is a download: this page stays, and nothing tells when it is there.
    if (event.defaultPrevented || location.pathname.endsWith("/export/")) return;
    const begun = Date.now();
    const bar = document.createElement("div");
    bar.className = "waiting";
    bar.setAttribute("role", "status");
    const told = document.createElement("span");
    const seconds = document.createElement("span");
    seconds.setAttribute("aria-hidden", "true");
    told.textContent = words;
    bar.append(told, seconds);
    const tick = () => {
        if (!bar.isConnected) document.body.append(bar);
        seconds.textContent = ` ${Math.round((Date.now() - begun) / 1000)} s`;
    };
    const first = setTimeout(tick, 1500);
    const every = setInterval(() => bar.isConnected && tick(), 1000);
    // Back from where the form led: the page may be the same one, kept by the browser.
    addEventListener("pageshow", () => { clearTimeout(first); clearInterval(every); bar.remove(); }, {once: true});
});
