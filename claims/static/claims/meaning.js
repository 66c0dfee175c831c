// What a typed number will mean. The database alone knows its bounds: this asks the server, once the typing pauses.
(() => {
    "use strict";
    const BOXES = ["value", "upper", "comparator", "significant_figures"];
    const PAUSE = 300; // Milliseconds.
    const waiting = new WeakMap(); // The place where it is said → its timer and its question under way.

    function rowOf(box) {
        const row = box.closest(".form-group") || box.form;
        return row && row.querySelector("[data-number-meaning]") ? row : null;
    }

    async function ask(row, prefix, place, signal) {
        const query = new URLSearchParams();
        for (const name of BOXES) {
            const box = row.querySelector(`[name="${CSS.escape(prefix + name)}"]`);
            query.set(name, box ? box.value : "");
        }
        const response = await fetch(`${place.dataset.numberMeaning}?${query}`, { signal, headers: { Accept: "application/json" } });
        if (!response.ok) throw new Error(`HTTP ${response.status}`);
        const answer = await response.json();
        place.textContent = answer.words || (answer.errors || []).join(" ") || place.dataset.hint;
        place.classList.toggle("text-red-600", Boolean(answer.errors));
        place.classList.toggle("dark:text-red-500", Boolean(answer.errors));
    }

    function typed(event) {
        const parts = /^(.*?)(value|upper|comparator|significant_figures)$/.exec(event.target.name || "");
        const row = parts && rowOf(event.target);
        if (!row) return;
        const place = row.querySelector("[data-number-meaning]");
        const last = waiting.get(place);
        if (last) {
            clearTimeout(last.timer);
            last.question.abort();
        }
        const question = new AbortController();
        const timer = setTimeout(() => {
            ask(row, parts[1], place, question.signal).catch((error) => {
                if (error.name !== "AbortError") place.textContent = place.dataset.failed;
            });
        }, PAUSE);
        waiting.set(place, { timer, question });
    }

    document.addEventListener("input", typed);
    document.addEventListener("change", typed);
})();
