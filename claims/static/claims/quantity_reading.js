// A number's words, once typed, fill in its other boxes. Only boxes that are empty, or that this filled and nobody has
// changed since: what a curator typed stays. A row that was saved keeps its values: it fills only what is empty there.
(() => {
    "use strict";
    const PAUSE = 400; // Milliseconds.
    const NAMES = ["comparator", "value", "upper", "significant_figures", "unit", "per"];
    const filled = new WeakMap(); // A box → what was written into it here.
    const waiting = new WeakMap(); // A box of words → its timer and its question under way.

    const valueOf = (name) => (document.querySelector(`#id_${name}`) || {}).value || "";

    function isFree(box, name) {
        if (filled.has(box)) return box.value === filled.get(box);
        // The comparator's box is never empty: in a new row it says what it says by default.
        if (name === "comparator") return box.dataset.touched === undefined && !wasSaved(box);
        return box.value.trim() === "";
    }

    function boxOf(words, name) {
        return document.getElementsByName(words.name.replace(/as_written$/, name))[0];
    }

    function wasSaved(box) {
        const id = document.getElementsByName(box.name.replace(/[a-z_]+$/, "id"))[0];
        return Boolean(id ? id.value : document.querySelector('input[name="_version"]') || /\/change\/$/.test(location.pathname));
    }

    function fill(words, fields) {
        for (const name of NAMES) {
            const box = boxOf(words, name);
            if (!box || !(name in fields) || !isFree(box, name) || box.value === fields[name]) continue;
            box.value = fields[name];
            filled.set(box, fields[name]);
            box.dispatchEvent(new CustomEvent("change", { bubbles: true, detail: "filled" }));
        }
    }

    function say(words, message) {
        let place = words.parentElement.querySelector("[data-reading-error]");
        if (!place) {
            place = document.createElement("p");
            place.dataset.readingError = "";
            place.className = "mt-1 text-sm";
            place.setAttribute("role", "status");
            words.after(place);
        }
        place.textContent = message;
    }

    async function ask(words, signal) {
        const body = new FormData();
        body.set("as_written", words.value);
        body.set("text", valueOf("text"));
        body.set("language", valueOf("language") || document.documentElement.lang || "en");
        const token = document.querySelector("[name=csrfmiddlewaretoken]");
        const headers = { "X-CSRFToken": token ? token.value : "", Accept: "application/json" };
        const response = await fetch(words.dataset.readingUrl, { method: "POST", body, headers, signal });
        if (!response.ok) throw new Error(`HTTP ${response.status}`);
        const answer = await response.json();
        say(words, answer.error || "");
        if (answer.fields) fill(words, answer.fields);
    }

    document.addEventListener("change", (event) => {
        if (event.detail !== "filled" && event.target.dataset) event.target.dataset.touched = "";
    });

    document.addEventListener("input", (event) => {
        const words = event.target;
        if (!words.dataset || !words.dataset.readingUrl) return;
        const last = waiting.get(words);
        if (last) {
            clearTimeout(last.timer);
            last.question.abort();
        }
        const question = new AbortController();
        const timer = setTimeout(() => {
            if (!words.value.trim()) return say(words, "");
            ask(words, question.signal).catch((error) => {
                if (error.name !== "AbortError") say(words, "");
            });
        }, PAUSE);
        waiting.set(words, { timer, question });
    });
})();
