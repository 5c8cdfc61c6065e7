// Package web serves the local form: pages in the computer's own browser, from
// this machine alone. It decides who gets in, keeps drafts so that nothing
// written is lost, and turns requests into calls of form and generate. No rule
// of care is decided here. Disk and clock are handed in.
//
// # The pages and what they post
//
// Every address is the same with and without script.
//
//	GET  /start/{nyckel}        the key of the start address becomes a cookie, once
//	GET  /?steg=…&saknas=…      the list of patients; the words searched for are kept here, never in an address
//	POST /                      q, steg, saknas, loper-ut, namn=dolj|visa; then back to the list
//	GET  /enhet, POST /enhet    the clinic's own facts, where there are none yet
//	GET  /ny, POST /ny          a new plan: the fields of form; then its page
//	GET  /plan/{id}[/{steg}]    one step; without a step the first that lacks something
//	GET  /granskning/{id}, /konsultation/{id}, /uppfoljning/{id}
//	POST the same four          fields, and what to do (see below); then the page to see next
//	GET  /konflikt/{id}         two versions beside each other; POST the same with the choices
//	GET  /papper/{id}           the contract as a page of its own
//	GET  /pdf/{id}              the contract to look at or print; /pdf/{id}?spara=ja to keep
//	GET  /journal/{id}          the text for the record
//	POST /puls                  the page is open; 204
//	GET  /form.css /form.js /font/{name}
//
// A post of a patient's page has the fields by their paths in the file and
// beside them:
//
//	rev      the version that the page shows, in every form (hidden)
//	gor      what to do: utkast (keep what is typed, nothing else), spara, vidare, skriv-ut, pdf, journal,
//	         angra, fortsatt, slang, or an action of form
//	fokus    the name of the field being typed in, so that a word typed is one step of Ångra (may be left out)
//
// utkast keeps a draft. Spara, vidare, skriv-ut, pdf and journal write the
// review file too. Other actions keep a draft and show the page again.
//
// A post is answered with a redirect (303) to the page to see next; script
// follows it and lays that page into its own. Script sends the header X-Form: 1
// with everything, and bodies of application/x-www-form-urlencoded
// (URLSearchParams). Then what goes wrong is answered with its sentence alone
// as text/plain: 503 means that the folder could not be written, and the post
// may be sent again; 403 that the program has been started anew. Two versions
// to choose from is a redirect to /konflikt/{id}.
package web
