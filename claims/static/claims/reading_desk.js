// The reading desk: selected words, the keyboard, and the form beside the text. What a claim says, and where it stands,
// is the server's to say: this asks it with a place in the text, and puts its answer beside or in place of the old one.
(() => {
    "use strict";
    const desk = document.getElementById("desk");
    const panel = document.getElementById("desk-panel");
    if (!desk || !panel) return;
    const help = document.getElementById("desk-help");
    const selected = document.getElementById("desk-selected");
    let asked = null; // The question under way, which a newer one ends.
    let opened = null; // Where the open claim stands: {start, id}.
    let last = -1; // Where the curator was last.
    let dirty = false;

    const text = () => document.getElementById("desk-text");
    const stops = () => [...text().querySelectorAll("[data-stop]")];

    const hush = () => document.getElementById("desk-said").replaceChildren();

    function say(words) {
        const said = document.getElementById("desk-said");
        const line = document.createElement("p");
        line.className = "desk-info";
        line.textContent = words;
        said.replaceChildren(line);
    }

    // Places. Browsers count UTF-16 units, Factbase code points: an emoji is two of the first and one of the second.

    const points = (string) => [...string].length;

    function place(node, offset, piece) {
        const before = document.createRange();
        before.setStart(piece, 0);
        before.setEnd(node, offset);
        return Number(piece.dataset.start) + points(before.toString());
    }

    /** Where the selected words stand in the snapshot, as {start, end}, or null. */
    function selectedPlace() {
        const selection = getSelection();
        if (!selection.rangeCount || selection.isCollapsed) return null;
        const range = selection.getRangeAt(0);
        const pieces = [...text().querySelectorAll("[data-start]")].filter((piece) => range.intersectsNode(piece));
        if (!pieces.length || !range.toString().trim()) return null;
        const [first, final] = [pieces[0], pieces[pieces.length - 1]];
        const start = first.contains(range.startContainer)
            ? place(range.startContainer, range.startOffset, first)
            : Number(first.dataset.start);
        const end = final.contains(range.endContainer)
            ? place(range.endContainer, range.endOffset, final)
            : Number(final.dataset.start) + points(final.textContent);
        return start < end ? { start, end } : null;
    }

    // The form.

    async function ask(address, options = {}) {
        if (asked) asked.abort();
        asked = new AbortController();
        const headers = { "X-Requested-With": "XMLHttpRequest" };
        const response = await fetch(address, { ...options, headers, signal: asked.signal });
        return { response, html: await response.text() };
    }

    async function attempt(work) {
        panel.setAttribute("aria-busy", "true");
        try {
            await work();
        } catch (error) {
            if (error.name !== "AbortError") say(desk.dataset.failed);
        } finally {
            panel.removeAttribute("aria-busy");
        }
    }

    const mayLeave = () => !dirty || confirm(desk.dataset.leave);

    function show(html) {
        panel.innerHTML = html;
        panel.hidden = false;
        help.hidden = true;
        dirty = false;
        panel.dispatchEvent(new CustomEvent("formset:added", { bubbles: true, detail: { formsetName: "" } }));
        // A speaker who is not known yet is added under the name that the text has.
        const adder = panel.querySelector("#add_id_claimant-speaker");
        const name = panel.querySelector("#desk-claim").dataset.speaker;
        if (adder && name) adder.href += `&name=${encodeURIComponent(name)}`;
        const wrong = panel.querySelector(".errors input, .errors select, .errors textarea, [role=alert]");
        panel.closest("aside").scrollTop = 0;
        panel.scrollIntoView({ block: "nearest" });
        if (wrong) wrong.scrollIntoView({ block: "nearest" });
        (wrong && wrong.focus && wrong.matches("input, select, textarea") ? wrong : panel).focus({ preventScroll: true });
    }

    function open(address, start, id) {
        if (!mayLeave()) return;
        attempt(async () => {
            const { response, html } = await ask(address);
            if (response.redirected) return renew(html, start);
            if (!response.ok) throw new Error(`HTTP ${response.status}`);
            opened = { start, id };
            last = start;
            hush();
            for (const piece of text().querySelectorAll("[data-mark]")) {
                piece.classList.toggle("open", piece.dataset.mark === id);
            }
            show(html);
        });
    }

    function openSelected() {
        const found = selectedPlace();
        if (!found) return;
        selected.hidden = true;
        const query = new URLSearchParams({ snapshot: desk.dataset.snapshot, ...found });
        if (new URLSearchParams(location.search).has("dismissed")) query.set("dismissed", "1");
        open(`${desk.dataset.claimUrl}?${query}`, found.start, "");
    }

    function close() {
        panel.hidden = true;
        panel.replaceChildren();
        help.hidden = false;
        dirty = false;
        for (const piece of text().querySelectorAll(".open")) piece.classList.remove("open");
        getSelection().removeAllRanges();
        const back = opened && opened.id ? document.getElementById(opened.id) : null;
        opened = null;
        (back || text()).focus({ preventScroll: !back });
    }

    /** The text as it is now, and the keyboard at the proposal after this place. */
    function renew(html, start) {
        const page = new DOMParser().parseFromString(html, "text/html");
        const fresh = page.getElementById("desk-read");
        if (!fresh) throw new Error("No reading desk came back.");
        desk.dataset.snapshot = page.getElementById("desk").dataset.snapshot;
        document.getElementById("desk-read").replaceChildren(...fresh.childNodes);
        // Into the same element, else nothing is read out.
        document.getElementById("desk-said").replaceChildren(...page.getElementById("desk-said").childNodes);
        opened = null;
        close();
        last = start;
        const next = stops().find((stop) => Number(stop.dataset.start) > start);
        if (next) next.focus();
    }

    function send(form) {
        const start = opened ? opened.start : -1;
        attempt(async () => {
            const { response, html } = await ask(form.action, { method: "POST", body: new FormData(form) });
            if (response.redirected) return renew(html, start);
            if (!response.ok) throw new Error(`HTTP ${response.status}`);
            show(html);
        });
    }

    function dismiss() {
        const waving = panel.querySelector("#desk-wave");
        if (waving) return send(waving);
        const mark = document.activeElement.closest("[data-stop]");
        if (!mark) return;
        const body = new FormData(document.getElementById("desk-token"));
        for (const [name, value] of new URL(mark.href).searchParams) body.set(name, value);
        if (new URLSearchParams(location.search).has("dismissed")) body.set("dismissed", "1");
        if (mark.classList.contains("dismissed")) body.set("bring_back", "1");
        const start = Number(mark.dataset.start);
        attempt(async () => {
            const { response, html } = await ask(desk.dataset.dismissUrl, { method: "POST", body });
            if (!response.redirected) throw new Error(`HTTP ${response.status}`);
            renew(html, start);
        });
    }

    function step(way) {
        const all = stops();
        const here = document.activeElement.closest("[data-start]");
        const at = here ? Number(here.dataset.start) : last;
        const ahead = way > 0
            ? all.find((stop) => Number(stop.dataset.start) > at)
            : all.reverse().find((stop) => Number(stop.dataset.start) < at);
        if (!ahead) return say(desk.dataset.last);
        hush();
        if (!panel.hidden) {
            if (!mayLeave()) return;
            close();
        }
        ahead.focus();
    }

    // What the curator does.

    document.addEventListener("mouseup", (event) => {
        // After the click, so that the selection is what it will be.
        if (text().contains(event.target)) setTimeout(openSelected);
    });

    document.addEventListener("selectionchange", () => {
        const inText = text().contains(getSelection().anchorNode) && !getSelection().isCollapsed;
        selected.hidden = !inText || matchMedia("(pointer: fine)").matches;
    });

    selected.addEventListener("click", openSelected);

    desk.addEventListener("click", (event) => {
        const mark = event.target.closest("#desk-text [data-mark]");
        if (mark && event.detail && selectedPlace()) return event.preventDefault(); // Words were selected, not clicked on.
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        if (mark && !mark.dataset.mark.startsWith("citation-")) {
            event.preventDefault();
            open(mark.href, Number(mark.dataset.start), mark.dataset.mark);
        }
        if (event.target.closest("[data-close]")) {
            event.preventDefault();
            if (mayLeave()) close();
        }
    });

    desk.addEventListener("submit", (event) => {
        if (!panel.contains(event.target)) return;
        event.preventDefault();
        send(event.target);
    });

    panel.addEventListener("input", () => { dirty = true; });
    // Whoever is chosen is named.
    window.django && django.jQuery(panel).on("change", "#id_claimant-speaker", (event) => {
        dirty = true;
        const basis = panel.querySelector("#id_claimant-basis");
        if (event.target.value && basis.value !== "author") basis.value = "named";
    });

    document.addEventListener("keydown", (event) => {
        const claim = panel.querySelector("#desk-claim");
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && claim) {
            event.preventDefault();
            return claim.requestSubmit();
        }
        const lists = document.querySelector(".select2-container--open");
        if (event.key === "Escape" && !panel.hidden && !lists) return mayLeave() && close();
        const typing = event.target.closest("input, select, textarea, [contenteditable], .select2");
        if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
        const does = { j: () => step(1), n: () => step(1), k: () => step(-1), p: () => step(-1), d: dismiss }[event.key];
        if (!does) return;
        event.preventDefault();
        does();
    });
})();
