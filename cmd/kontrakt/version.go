package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

// version is the program's own, raised by hand at a release.
const version = "0.1.0"

// intended is what the program is for and what it is not.
const intended = `Avsedd användning: kontrakt sätter samman texter som vårdens personal har valt
till en skriftlig individuell plan (patientkontrakt) och skriver ut den.
Programmet bedömer inget, räknar inte ut någon risk och föreslår ingen
behandling. Planmallarna är utkast tills en namngiven, legitimerad person har
granskat dem; det står på varje papper som de används i.`

// licences is what is embedded, and under which licence.
const licences = `Licenser:
  programmet                     Apache-2.0
  plans/ och templates/          CC BY 4.0
  Atkinson Hyperlegible Next     SIL Open Font License 1.1
  Noto Sans                      SIL Open Font License 1.1`

// version tells the version, the intended purpose and the licences.
func (a *app) version() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Visa version, avsedd användning och licenser",
		Example: "  kontrakt version",
		Args:    wants(0, 0, ""),
		RunE: func(*cobra.Command, []string) error {
			if a.json {
				return a.object(map[string]string{"program": "kontrakt", "version": version, "avsedd_användning": intended, "licenser": licences})
			}
			fmt.Fprintf(a.out, "kontrakt %s\n\n%s\n\n%s\n", version, intended, licences)
			return nil
		},
	}
}
