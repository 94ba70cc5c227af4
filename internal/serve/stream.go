package serve

import (
	"encoding/json"
	"fmt"
	"net/http"
	"sync"
)

// maxStreams bounds how many pages may listen at once.
const maxStreams = 64

// A message tells a browser how things stand: which build the server shows,
// and what is wrong with the files. It is the whole truth, not a change, so a
// browser that missed some is right again after the next.
type message struct {
	Build    int       `json:"build"`
	Lang     string    `json:"lang,omitempty"`
	Problems []problem `json:"problems,omitempty"`
}

type problem struct {
	Place string   `json:"place"`
	Text  string   `json:"text"`
	Hints []string `json:"hints,omitempty"`
}

// streams are the browsers that listen, as server-sent events (WHATWG HTML 9.2).
type streams struct {
	mu   sync.Mutex
	last []byte
	open map[chan []byte]bool
}

// send tells every browser, and remembers the message for those to come.
func (s *streams) send(m message) {
	data, err := json.Marshal(m)
	if err != nil {
		return // strings and numbers can always be written
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.last = data
	for c := range s.open {
		select {
		case <-c: // it has not read the one before, which is out of date
		default:
		}
		c <- data
	}
}

// join returns a channel of messages, beginning with the last one, or nil when
// too many listen already.
func (s *streams) join() chan []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.open) >= maxStreams {
		return nil
	}
	if s.open == nil {
		s.open = map[chan []byte]bool{}
	}
	c := make(chan []byte, 1)
	s.open[c] = true
	if s.last != nil {
		c <- s.last
	}
	return c
}

func (s *streams) leave(c chan []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.open, c)
}

// serve streams messages to one browser until it goes.
func (s *streams) serve(w http.ResponseWriter, r *http.Request) {
	flusher, ok := w.(http.Flusher)
	if !ok {
		http.Error(w, "streaming is not supported", http.StatusInternalServerError)
		return
	}
	c := s.join()
	if c == nil {
		http.Error(w, "too many pages are open", http.StatusServiceUnavailable)
		return
	}
	defer s.leave(c)
	w.Header().Set("Content-Type", "text/event-stream")
	fmt.Fprint(w, "retry: 500\n\n")
	flusher.Flush()
	for {
		select {
		case <-r.Context().Done():
			return
		case data := <-c:
			if _, err := fmt.Fprintf(w, "data: %s\n\n", data); err != nil {
				return
			}
			flusher.Flush()
		}
	}
}
