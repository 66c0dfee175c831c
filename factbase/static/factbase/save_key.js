// Ctrl+S, or ⌘S, saves the form and stays on it.
(() => {
    "use strict";
    const KEYS = "Control+S Meta+S";

    function saveButton() {
        return document.querySelector("button[name=_continue]") || document.querySelector("button[name=_save]");
    }

    document.addEventListener("keydown", (event) => {
        if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== "s") return;
        const button = saveButton();
        if (!button) return;
        event.preventDefault();
        if (!event.repeat) button.click();
    });

    document.addEventListener("DOMContentLoaded", () => saveButton()?.setAttribute("aria-keyshortcuts", KEYS));
})();
