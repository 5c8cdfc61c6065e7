package contract

import (
	"slices"
	"strconv"
	"strings"

	"kontrakt/internal/careplan"
	"kontrakt/internal/doc"
	"kontrakt/internal/phrase"
)

// conditions is what the templates tell of each diagnosis, a section each,
// with the patient organisations last.
func conditions(c *composer) []doc.Block {
	var all []doc.Block
	for _, cond := range c.p.Conditions {
		all = append(all, c.condition(cond)...)
	}
	return all
}

func (c *composer) condition(cond careplan.Condition) []doc.Block {
	var blocks []doc.Block
	if len(cond.Prose) == 0 && len(cond.Organisations) == 0 {
		return nil
	}
	if !opensSection(cond.Prose) {
		blocks = append(blocks, c.head(2, "", about(cond)))
	}
	blocks = append(blocks, cond.Prose...)
	blocks = append(blocks, c.organisations(cond.Organisations)...)
	blocks = identified(blocks, cond.ID)
	blocks[0].(*doc.Heading).Beside = c.beside(about(cond)) // also of a heading that the template has written
	return blocks
}

// about is what the section of a diagnosis is called.
func about(cond careplan.Condition) said {
	return func(c *composer) string {
		i := slices.IndexFunc(c.p.Conditions, func(d careplan.Condition) bool { return d.ID == cond.ID })
		return fill(c.c.About, "diagnos", c.p.Conditions[i].Name)
	}
}

func opensSection(blocks []doc.Block) bool {
	if len(blocks) == 0 {
		return false
	}
	h, ok := blocks[0].(*doc.Heading)
	return ok && h.Level == 2
}

// identified gives headings names that no other template has. They are copied:
// the prose is shared by many papers.
func identified(blocks []doc.Block, id string) []doc.Block {
	n := 0
	for i, b := range blocks {
		if h, ok := b.(*doc.Heading); ok {
			n++
			c := *h
			c.ID = "om-" + id
			if n > 1 {
				c.ID += "-" + strconv.Itoa(n)
			}
			blocks[i] = &c
		}
	}
	return blocks
}

// organisations are the patient organisations: after their label where there
// is one, else a line each under it.
func (c *composer) organisations(orgs []careplan.Organisation) []doc.Block {
	var all []doc.Inline
	for _, o := range orgs {
		if len(orgs) > 1 {
			all = append(all, doc.Plain("\n"))
		}
		all = append(all, doc.Plain(o.Name))
		if o.URL != "" {
			all = append(append(all, doc.Plain(", ")), link(o.URL)...)
		}
	}
	if len(all) == 0 {
		return nil
	}
	label := c.c.Organisation
	if len(orgs) > 1 {
		label = strings.Replace(label, " {namn}", "{namn}", 1)
	}
	return []doc.Block{&doc.Paragraph{Text: around(label, "{namn}", all)}}
}

// followUp is when the plan is looked at again, and who answers for that.
func followUp(c *composer) []doc.Block {
	f := c.p.FollowUp
	if f.Date.IsZero() {
		return nil
	}
	before := around(c.c.FollowUp, "{datum}", strong(c.t.Day(f.Date)))
	rest := sentences(fill(c.c.InCharge, "vem", f.Responsible), fill(c.c.How, "hur", f.How), c.c.Bring)
	return c.section(&doc.Paragraph{Text: append(before, doc.Plain(" "+rest))})
}

// aboutPaper is what the paper is and is not, and which of its texts nobody
// has signed.
func aboutPaper(c *composer) []doc.Block {
	blocks := paragraph(c.c.Paper)
	var drafts []string
	for _, cond := range c.p.Conditions {
		if cond.Draft {
			drafts = append(drafts, cond.Name)
		}
	}
	if len(drafts) > 0 {
		mark := phrase.Fill(c.c.Draft, "diagnoser", c.t.List(drafts))
		blocks = append(blocks, &doc.Box{Style: doc.Note, Content: paragraph(mark)})
	}
	return c.section(blocks...)
}
