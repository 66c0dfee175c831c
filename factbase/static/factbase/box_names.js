// select2 calls its box by what is chosen in it, and its search by nothing: a screen reader needs the label too.
const search = document.currentScript.dataset.search;

const nameBoxes = () => {
    for (const box of document.querySelectorAll(".select2-selection[role=combobox]:not([aria-label])")) {
        const select = box.closest(".select2-container").previousElementSibling;
        const label = select?.getAttribute("aria-label") || select?.labels?.[0]?.textContent.trim();
        if (!label) continue;
        box.setAttribute("aria-label", label);
        box.id ||= `${select.id}-box`;
        box.setAttribute("aria-labelledby", `${box.id} ${box.getAttribute("aria-labelledby")}`);
    }
    for (const box of document.querySelectorAll(".select2-search__field:not([aria-label])")) {
        box.setAttribute("aria-label", search);
    }
    for (const box of document.querySelectorAll(".selector-filter input:not([aria-label])")) {
        box.setAttribute("aria-label", box.placeholder);
    }
};

// Rows are added later, and select2 draws its boxes when it likes.
new MutationObserver(nameBoxes).observe(document.body, {childList: true, subtree: true});
nameBoxes();
