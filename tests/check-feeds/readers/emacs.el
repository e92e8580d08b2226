;;; Prints what Emacs imports into the diary of a user in New York, of each feed in a folder.
(require 'icalendar)
(require 'json)

(set-time-zone-rule "America/New_York")
(setq calendar-date-style 'iso
      icalendar-import-format "%U"
      icalendar-import-format-uid "%s")

(defun diary-lines-of (feed)
  "The lines that the import of FEED puts into an empty diary."
  (let ((diary (make-temp-file "diary")))
    (unwind-protect
        (progn
          (with-temp-buffer
            (insert-file-contents feed)
            (icalendar-import-buffer diary t))
          (with-temp-buffer
            (insert-file-contents diary)
            (split-string (buffer-string) "\n" t)))
      (when (get-file-buffer diary)
        (with-current-buffer (get-file-buffer diary) (set-buffer-modified-p nil))
        (kill-buffer (get-file-buffer diary)))
      (delete-file diary))))

(defun entry-of (line)
  "An entry from a diary LINE: when it is, and then its UID. Of days without times the first."
  (when (string-match "\\`&?\\(.*\\) \\([^ ]+\\)\\'" line)
    (let ((uid (match-string 2 line)) (start (match-string 1 line)))
      (when (string-match "(diary-block \\([0-9]+\\) \\([0-9]+\\) \\([0-9]+\\) " start)
        (setq start (format "%s/%s/%s" (match-string 1 start) (match-string 2 start) (match-string 3 start))))
      `((uid . ,uid) (start . ,start)))))

(dolist (feed (directory-files (car command-line-args-left) t "\\.ics\\'"))
  (let ((read (condition-case problem
                  `((entries . ,(vconcat (delq nil (mapcar #'entry-of (diary-lines-of feed))))) (errors . []))
                (error `((entries . []) (errors . [,(error-message-string problem)]))))))
    (princ (concat (json-encode `((feed . ,(file-name-nondirectory feed)) ,@read (warnings . []))) "\n"))))
(setq command-line-args-left nil)
