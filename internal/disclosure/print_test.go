package disclosure_test

import (
	"strconv"

	"kontrakt/internal/disclosure"
)

func print(m disclosure.Mark, value int) string {
	return [...]string{strconv.Itoa(value), "<", ">", "x"}[m]
}
